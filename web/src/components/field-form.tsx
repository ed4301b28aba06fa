import { Alert, Form, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { NewDecision } from '../api/standing-types.js';
import type { LedgerRow } from '../api/types.js';
import { standingTerms } from '../i18n/standing-terms.js';
import { useWords, words } from '../i18n/words.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';
import './form-notice.css';

type Fields = NonNullable<NewDecision['fields']>;

interface Values {
  readonly value?: number | null;
  readonly valueMax?: number | null;
  readonly unit?: string | null;
  readonly comparator?: LedgerRow['comparator'];
  readonly indicator?: string;
  readonly deadline?: string;
  readonly responsible?: string;
  readonly reason: string;
}

const fieldWords = words(
  {
    indicator: '指标',
    value: '数值',
    valueMax: '上限',
    unit: '单位',
    comparator: '比较',
    deadline: '时限（年-月-日）',
    responsible: '责任单位（用顿号分开）',
    reason: '理由',
    needReason: '请写理由',
    badDay: '请写成 2026-12-31 这样',
    nothing: '没有改动任何一项',
    kept: '这是您上次填了没有保存的内容，请核对后再保存。',
    save: '保存',
    cancel: '取消',
  },
  {
    indicator: 'Indicator',
    value: 'Value',
    valueMax: 'Up to',
    unit: 'Unit',
    comparator: 'Comparison',
    deadline: 'Deadline (year-month-day)',
    responsible: 'Responsible (separated by 、)',
    reason: 'Reason',
    needReason: 'Give a reason',
    badDay: 'Write it as 2026-12-31',
    nothing: 'Nothing is changed',
    kept: 'This is what you typed last time and did not save: check it before you save.',
    save: 'Save',
    cancel: 'Cancel',
  },
);

type Row = Pick<
  LedgerRow,
  'value' | 'valueMax' | 'unit' | 'comparator' | 'indicator' | 'responsible' | 'kind'
> & { readonly deadline: { readonly date: string | null } | null };

/** A row as decisions have it so far: what is set next is set beside what they set. */
export function asDecided(row: LedgerRow, fields: Fields = {}): Row {
  const { deadline = row.deadline?.date ?? null } = fields;
  return {
    kind: row.kind,
    value: fields.value ?? row.value,
    valueMax: fields.valueMax === undefined ? row.valueMax : fields.valueMax,
    unit: fields.unit ?? row.unit,
    comparator: fields.comparator ?? row.comparator,
    indicator: fields.indicator ?? row.indicator,
    responsible: fields.responsible ?? row.responsible,
    deadline: { date: deadline },
  };
}

const listed = (text: string): string[] =>
  text
    .split(/[、,，]/u)
    .map((each) => each.trim())
    .filter(Boolean);

const valuesOf = ({ value, valueMax, unit, comparator, indicator, ...row }: Row, reason: string) => ({
  value,
  valueMax,
  unit,
  comparator,
  indicator,
  deadline: row.deadline?.date ?? '',
  responsible: row.responsible.join('、'),
  reason,
});

/** Only what is otherwise than before. */
function changesOf(row: Row, values: Values): Fields {
  const responsible = listed(values.responsible ?? '');
  const deadline = values.deadline?.trim() || null;
  const valueMax = values.comparator === 'range' ? (values.valueMax ?? null) : null;
  const isRange = values.comparator === 'range' || row.comparator === 'range';
  return {
    ...(typeof values.value === 'number' && values.value !== row.value && { value: values.value }),
    ...(isRange && valueMax !== row.valueMax && { valueMax }),
    ...(values.unit && values.unit !== row.unit && { unit: values.unit }),
    ...(values.comparator && values.comparator !== row.comparator && { comparator: values.comparator }),
    ...(values.indicator && values.indicator !== row.indicator && { indicator: values.indicator }),
    ...(deadline !== (row.deadline?.date ?? null) && { deadline }),
    ...(responsible.join('、') !== row.responsible.join('、') && { responsible }),
  };
}

/** What was typed, as far as this form has it: figures are kept as text. */
function keptValues(draft: string): Partial<Values> {
  const { value, valueMax, ...kept } = readDraft(draft);
  const figure = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
  return {
    ...(kept as Partial<Values>),
    ...(value !== undefined && { value: figure(value) }),
    ...(valueMax !== undefined && { valueMax: figure(valueMax) }),
  };
}

const asText = (values: Partial<Values>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value ?? '')]),
  );

interface Given {
  readonly row: Row;
  /** Whose changes of which row: what is typed is kept under it until it is saved or given up. */
  readonly draft: string;
  readonly open: boolean;
  readonly title: string;
  /** Above the fields. */
  readonly head?: ReactNode;
  /** Saved though nothing is otherwise than before. */
  readonly mayBeSame?: boolean;
  readonly reason: string;
  readonly busy: boolean;
  /** `onSaved` is called once what was typed stands in the ledger. */
  readonly onSave: (fields: Fields, reason: string, onSaved: () => void) => void;
  readonly onCancel: () => void;
}

/** Fields of a promise to be set otherwise, with the reason why. */
export function FieldForm({
  row,
  draft,
  open,
  title,
  head,
  reason,
  busy,
  mayBeSame = false,
  onSave,
  onCancel,
}: Given) {
  const t = useWords(fieldWords);
  const { comparator } = useWords(standingTerms);
  const [form] = Form.useForm<Values>();
  const [isKept, setKept] = useState(false);
  // What the form was filled from: the row may be read again while somebody writes.
  const filled = useRef(row);
  const fill = useEffectEvent(() => {
    filled.current = row;
    form.resetFields();
    // Not by initial values: the form may hold those of its last opening still.
    const kept = keptValues(draft);
    form.setFieldsValue({ ...valuesOf(row, reason), ...kept });
    setKept(Object.keys(kept).length > 0);
  });
  useEffect(() => {
    if (open) fill();
  }, [open]);
  const isRange = Form.useWatch('comparator', form) === 'range';
  const save = (values: Values) => {
    const fields = changesOf(filled.current, values);
    if (!mayBeSame && Object.keys(fields).length === 0)
      form.setFields([{ name: 'reason', errors: [t.nothing] }]);
    else onSave(fields, values.reason.trim(), () => dropDraft(draft));
  };
  const cancel = () => {
    dropDraft(draft);
    onCancel();
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={cancel}
      destroyOnHidden
    >
      {head}
      {isKept ? <Alert className="form-notice" type="info" showIcon title={t.kept} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={save}
        onValuesChange={(changed: Partial<Values>) =>
          keepDraft(draft, { ...readDraft(draft), ...asText(changed) })
        }
      >
        <Form.Item name="indicator" label={t.indicator}>
          <Input />
        </Form.Item>
        {row.kind === 'milestone' ? null : (
          <div className="field-form-row">
            <Form.Item name="comparator" label={t.comparator}>
              <Select options={Object.entries(comparator).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="value" label={t.value}>
              <InputNumber />
            </Form.Item>
            {isRange ? (
              <Form.Item name="valueMax" label={t.valueMax}>
                <InputNumber />
              </Form.Item>
            ) : null}
            <Form.Item name="unit" label={t.unit}>
              <Input />
            </Form.Item>
          </div>
        )}
        <Form.Item
          name="deadline"
          label={t.deadline}
          rules={[{ pattern: /^\s*(\d{4}-\d{2}-\d{2})?\s*$/, message: t.badDay }]}
        >
          <Input placeholder="2026-12-31" />
        </Form.Item>
        <Form.Item name="responsible" label={t.responsible}>
          <Input />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.reason}
          rules={[{ required: true, whitespace: true, message: t.needReason }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
