import { Alert, App, Button, Form, Input, Select, Tag } from 'antd';
import { useEffect } from 'react';
import { useNote } from '../../api/proposals.js';
import type { NewNote, ShownProposal } from '../../api/standing-types.js';
import { may, useMe } from '../../app/me.js';
import { dropDraft, keepDraft, readDraft } from '../../components/drafts.js';
import { useProblemText } from '../../components/problem-notice.js';
import { Time } from '../../components/time.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { followUpWords, replyColor } from './follow-up-words.js';

type FollowUp = ShownProposal['followUp'];
type Satisfaction = FollowUp['ratings'][number]['process'];

function useNoting(id: string) {
  const t = useWords(followUpWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { mutate, isPending } = useNote(id);
  const note = (given: NewNote, then: () => void) =>
    mutate(given, {
      onSuccess: () => {
        void message.success(t.noted);
        then();
      },
      onError: (thrown) => void message.error(textOf(thrown)),
    });
  return { note, busy: isPending };
}

function HandoverForm({ id }: { readonly id: string }) {
  const draft = `handover ${id}`;
  const t = useWords(followUpWords);
  const { note, busy } = useNoting(id);
  const [form] = Form.useForm<{ day: string }>();
  useEffect(() => form.setFieldsValue(readDraft(draft)), [draft, form]);
  return (
    <Form
      form={form}
      layout="inline"
      onValuesChange={(_, values) => keepDraft(draft, values)}
      onFinish={({ day }) =>
        note({ note: { kind: 'handover', day: day.trim() } }, () => {
          dropDraft(draft);
          form.resetFields();
        })
      }
    >
      <Form.Item
        name="day"
        label={t.handover}
        rules={[{ required: true, pattern: /^\s*\d{4}-\d{2}-\d{2}\s*$/, message: t.needDay }]}
      >
        <Input placeholder="2026-03-20" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t.save}
      </Button>
    </Form>
  );
}

interface Rated {
  readonly process: Satisfaction;
  readonly result: Satisfaction;
  readonly comment?: string;
  readonly by?: string;
}

/** A deputy rates for themselves; staff put down whose paper it is. */
function RateForm({ id, isDeputy }: { readonly id: string; readonly isDeputy: boolean }) {
  const draft = `rate ${id}`;
  const t = useWords(followUpWords);
  const { satisfaction } = useWords(standingTerms);
  const { note, busy } = useNoting(id);
  const [form] = Form.useForm<Rated>();
  useEffect(() => form.setFieldsValue(readDraft(draft)), [draft, form]);
  const options = Object.entries(satisfaction).map(([value, label]) => ({ value, label }));
  const needed = [{ required: true, message: t.needChoice }];
  return (
    <Form<Rated>
      form={form}
      layout="vertical"
      className="proposal-rate"
      onValuesChange={(_, values) => keepDraft(draft, values)}
      onFinish={({ process, result, comment = '', by }) =>
        note(
          {
            note: { kind: 'rate', process, result, comment: comment.trim() },
            ...(by?.trim() && { by: by.trim() }),
          },
          () => {
            dropDraft(draft);
            form.resetFields();
          },
        )
      }
    >
      {isDeputy ? null : (
        <Form.Item name="by" label={t.by} rules={[{ required: true, whitespace: true, message: t.needBy }]}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="process" label={t.process} rules={needed}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="result" label={t.result} rules={needed}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="comment" label={t.comment}>
        <Input maxLength={2000} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={busy}>
        {t.rate}
      </Button>
    </Form>
  );
}

/** When it was handed over and is to be answered, who is how satisfied, and whether it is to be answered again. */
export function FollowUpCard({ id, followUp }: { readonly id: string; readonly followUp: FollowUp }) {
  const { labelled } = useWords(joins);
  const t = useWords(followUpWords);
  const { satisfaction } = useWords(standingTerms);
  const me = useMe();
  const { handedOver, replyBy, replyAtLatest, repliedOn, reply, ratings, redo } = followUp;
  const isStaff = may(me, 'editor', 'auditor', 'administrator');
  const facts: (readonly [string, string | null])[] = [
    [t.handover, handedOver ?? t.unknown],
    [t.replyBy, replyBy],
    [t.replyAtLatest, replyAtLatest],
    [t.repliedOn, repliedOn],
  ];
  return (
    <section className="card">
      <h2>
        {t.title} <Tag color={replyColor[reply]}>{t.reply[reply]}</Tag>
      </h2>
      <p>{facts.flatMap(([label, value]) => (value === null ? [] : [labelled(label, value)])).join(' · ')}</p>
      {redo ? (
        <Alert
          type={redo.overdue ? 'error' : 'warning'}
          showIcon
          title={redo.answeredOn === null ? t.redo(redo.by, redo.overdue) : t.redone(redo.answeredOn)}
        />
      ) : null}
      {ratings.length > 0 ? (
        <ul className="proposal-ratings">
          {ratings.map(({ by, recordedBy, at, process, result, comment }) => (
            <li key={`${at} ${by}`}>
              <strong>{by}</strong> {labelled(t.process, satisfaction[process])} ·{' '}
              {labelled(t.result, satisfaction[result])}{' '}
              <span className="quiet">
                <Time at={at} />
                {recordedBy === null ? null : ` · ${t.recordedBy(recordedBy)}`}
              </span>
              {comment === '' ? null : <div className="quiet">{comment}</div>}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t.noRatings}</p>
      )}
      {isStaff ? <HandoverForm id={id} /> : null}
      {isStaff || may(me, 'deputy') ? <RateForm id={id} isDeputy={may(me, 'deputy')} /> : null}
    </section>
  );
}
