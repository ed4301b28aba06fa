import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { practiceFormWords } from './practice-form-words.js';

const statuses = ['verified', 'schedule', 'claimed'] as const;
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The lines of the rule that gives each promise its light, in the form of the practice. */
export function LightLines() {
  const t = useWords(practiceFormWords);
  const told = useWords(terms);
  return (
    <Form.List
      name="lights"
      rules={[{ validator: async (_, lines?: unknown[]) => needsOne(lines, t.needLine) }]}
    >
      {(fields, { add, remove, move }, { errors }) => (
        <>
          <ol className="light-lines">
            {fields.map(({ key, name }) => (
              <li key={key}>
                <Form.Item name={[name, 'light']} rules={[{ required: true, message: t.needLight }]} noStyle>
                  <Select aria-label={t.light(name + 1)} options={optionsOf(told.light)} />
                </Form.Item>
                {statuses.map((status) => (
                  <Form.Item key={status} name={[name, status]} noStyle>
                    <Select
                      mode="multiple"
                      allowClear
                      maxTagCount="responsive"
                      aria-label={t.condition(name + 1, told.status[status])}
                      placeholder={t.any(told.status[status])}
                      options={optionsOf(told[status])}
                    />
                  </Form.Item>
                ))}
                <span className="light-line-acts">
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={t.up(name + 1)}
                    disabled={name === 0}
                    onClick={() => move(name, name - 1)}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={t.down(name + 1)}
                    disabled={name === fields.length - 1}
                    onClick={() => move(name, name + 1)}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t.remove(name + 1)}
                    onClick={() => remove(name)}
                  />
                </span>
              </li>
            ))}
          </ol>
          <Form.ErrorList errors={errors} />
          <Button
            icon={<PlusOutlined />}
            onClick={() => add({ light: 'green' })}
            disabled={fields.length >= 100}
          >
            {t.add}
          </Button>
        </>
      )}
    </Form.List>
  );
}

async function needsOne(lines: readonly unknown[] | undefined, otherwise: string): Promise<void> {
  if ((lines?.length ?? 0) === 0) throw new Error(otherwise);
}
