import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Practice, type Profile, useReadPractice, useSetPractice } from '../../api/administration.js';
import { isProblem } from '../../api/problem.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useLanguage, useWords } from '../../i18n/words.js';
import { LightLines } from './light-lines.js';
import { practiceFormWords } from './practice-form-words.js';
import { letters, type PracticeValues, profileOf, untouchedOf, valuesOf } from './practice-values.js';
import { practiceWords } from './practice-words.js';

interface Given {
  readonly practice: Practice;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The office's rules to be set otherwise, all of them in one form. */
export function PracticeForm({ practice, open, onClose }: Given) {
  const t = useWords(practiceFormWords);
  const shown = useWords(practiceWords);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const readAnew = useReadPractice();
  // The one that the change is made from: after a refusal as somebody else has left it.
  const [version, setVersion] = useState(practice.version);
  /** Takes over what somebody else changed and was not touched here; what was typed stays. */
  const refresh = async () => {
    const now = await readAnew().catch(() => null);
    if (!now) return;
    for (const { path, value } of untouchedOf(now.profile, (name) => form.isFieldTouched(name)))
      form.setFieldValue(path, value);
    setVersion(now.version);
  };
  const { mutate, isPending, error, reset } = useSetPractice(async (thrown) => {
    if (isProblem(thrown, 412)) await refresh();
  });
  const fill = useEffectEvent(() => {
    form.resetFields();
    form.setFieldsValue(valuesOf(practice.profile));
    setVersion(practice.version);
    reset();
  });
  useEffect(() => {
    if (open) fill();
  }, [open]);
  const beginFrom = (id: string) => {
    const found = practice.offered.find((each) => each.id === id);
    if (found) form.setFieldsValue(valuesOf(found));
  };
  const save = (values: PracticeValues) => {
    const profile: Profile = profileOf(values, practice);
    mutate(
      { profile, version },
      {
        onSuccess: () => {
          void message.success(t.saved);
          onClose();
        },
      },
    );
  };
  const number = (label: string, name: (string | number)[], unit: string, [min, max]: [number, number]) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t.needNumber(min, max) }]}>
      <InputNumber min={min} max={max} precision={0} suffix={unit} />
    </Form.Item>
  );
  const reply = (body: 'npc' | 'cppcc', label: string) => (
    <>
      {number(label, ['replyMonths', body, 0], t.months, [1, 120])}
      <Form.Item
        name={['replyMonths', body, 1]}
        label={t.atMost[body]}
        dependencies={[['replyMonths', body, 0]]}
        rules={[
          { required: true, message: t.needNumber(1, 120) },
          ({ getFieldValue }) => ({
            validator: (_, most: number) =>
              most < (getFieldValue(['replyMonths', body, 0]) as number)
                ? Promise.reject(new Error(t.notShorter))
                : Promise.resolve(),
          }),
        ]}
      >
        <InputNumber min={1} max={120} precision={0} suffix={t.months} />
      </Form.Item>
    </>
  );
  const needName = [{ required: true, whitespace: true, message: t.needName }];
  return (
    <Modal
      open={open}
      width={880}
      title={t.change}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t.help}</p>
      <Form<PracticeValues> form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item label={t.begin} htmlFor="practice-begin">
          <Select
            id="practice-begin"
            placeholder={t.beginHelp}
            onChange={beginFrom}
            options={practice.offered.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </Form.Item>
        <div className="practice-fields">
          <Form.Item name={['name', 'zh']} label={t.nameZh} rules={needName}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['name', 'en']} label={t.nameEn} rules={needName}>
            <Input maxLength={200} />
          </Form.Item>
          {reply('npc', shown.npcReply)}
          {reply('cppcc', shown.cppccReply)}
          {number(shown.opinion, ['opinionMonths'], t.months, [1, 120])}
          {number(shown.redo, ['redoMonths'], t.months, [1, 120])}
          {number(shown.dueSoon, ['dueSoonDays'], t.days, [0, 366])}
          {number(shown.bin, ['binDays'], t.days, [0, 36_600])}
        </div>
        <h3>{shown.classes}</h3>
        <div className="practice-fields">
          {letters.map((letter) => (
            <Form.Item key={letter} name={['resultClasses', letter]} label={shown.class(letter)}>
              <Select
                allowClear
                placeholder={t.unused}
                options={Object.entries(shown.meanings).map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
          ))}
        </div>
        <h3>{shown.lights}</h3>
        <p className="quiet">{t.lightsHelp}</p>
        <LightLines />
      </Form>
      {error ? <ProblemNotice thrown={error} /> : null}
      {isProblem(error, 412) ? <p role="status">{t.refreshed}</p> : null}
    </Modal>
  );
}
