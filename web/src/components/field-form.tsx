import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { NewDecision } from '../api/standing-types.js';
import type { LedgerRow } from '../api/types.js';
import { standingTerms } from '../i18n/standing-terms.js';
import { useWords, words } from '../i18n/words.js';

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

interface Given {
  readonly row: Row;
  readonly open: boolean;
  readonly title: string;
  /** Above the fields. */
  readonly head?: ReactNode;
  /** Saved though nothing is otherwise than before. */
  readonly mayBeSame?: boolean;
  readonly reason: string;
  readonly busy: boolean;
  readonly onSave: (fields: Fields, reason: string) => void;
  readonly onCancel: () => void;
}

/** Fields of a promise to be set otherwise, with the reason why. */
export function FieldForm({
  row,
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
  // What the form was filled from: the row may be read again while somebody writes.
  const filled = useRef(row);
  const fill = useEffectEvent(() => {
    filled.current = row;
    form.resetFields();
    // Not by initial values: the form may hold those of its last opening still.
    form.setFieldsValue(valuesOf(row, reason));
  });
  useEffect(() => {
    if (open) fill();
  }, [open]);
  const isRange = Form.useWatch('comparator', form) === 'range';
  const save = (values: Values) => {
    const fields = changesOf(filled.current, values);
    if (!mayBeSame && Object.keys(fields).length === 0)
      form.setFields([{ name: 'reason', errors: [t.nothing] }]);
    else onSave(fields, values.reason.trim());
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      {head}
      <Form<Values> form={form} layout="vertical" onFinish={save}>
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
