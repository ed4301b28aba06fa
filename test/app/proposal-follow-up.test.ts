import { describe, expect, it } from 'vitest';
import { loadWorkCalendar } from '../../src/adapters/work-calendar/load-work-calendar.js';
import { profiles } from '../../src/app/profiles/index.js';
import { followUpOf } from '../../src/app/proposal/follow-up.js';
import { dayAfter, monthsAfter } from '../../src/domain/day.js';
import type { StoredDocument } from '../../src/domain/document.js';
import type { ProposalNote, ProposalNoteBody } from '../../src/domain/proposal-note.js';

const profile = profiles.find(({ id }) => id === 'national');
if (!profile) throw new Error('no profile');
const workCalendar = loadWorkCalendar(null);

const reply = (date: string | null, resultClass: string | null = null, kind = 'reply', id = 'd') =>
  ({ id, meta: { kind, date, resultClass } }) as unknown as StoredDocument;
type Noted = ProposalNoteBody & { by?: string; at?: string; raterKey?: string };
const noted = (bodies: readonly Noted[]): ProposalNote[] =>
  bodies.map(({ by = '李代表', at = '2025-06-10T02:00:00.000Z', raterKey, ...body }, n) => ({
    ...{ id: `n${n}`, tenant: 't', proposalId: 'p', seq: n + 1, madeBy: by, madeAt: at },
    ...(raterKey !== undefined && { raterKey }),
    body: body as ProposalNoteBody,
  }));
const on = (today: string, documents: StoredDocument[], notes: ProposalNote[]) =>
  followUpOf({ body: 'npc' }, documents, notes, { today, profile, workCalendar });
const rate = (process: 'satisfied' | 'unsatisfied', result: 'satisfied' | 'unsatisfied') =>
  ({ kind: 'rate', process, result, comment: '' }) as const;

describe('the limits of a reply', () => {
  const handed = noted([{ kind: 'handover', day: '2025-07-03' }]);

  it('run from the hand-over, and end on a working day', () => {
    // 3 October is a holiday until the 8th.
    expect(on('2025-07-04', [], handed)).toMatchObject({
      ...{ handedOver: '2025-07-03', replyBy: '2025-10-09', replyAtLatest: '2026-01-04', reply: 'open' },
    });
    expect(on('2025-09-15', [], handed).reply).toBe('due_soon');
    expect(on('2025-10-09', [], handed).reply).toBe('due_soon');
    expect(on('2025-10-10', [], handed).reply).toBe('overdue');
    expect(on('2025-10-10', [reply('2025-09-01', 'B')], handed)).toMatchObject({
      ...{ reply: 'done', repliedOn: '2025-09-01', resultClass: 'B' },
    });
    expect(on('2025-10-10', [reply('2025-09-01', null, 'action_plan')], handed).reply).toBe('overdue');
  });

  it('are not known before somebody says when it was handed over; the last word counts', () => {
    expect(on('2025-10-10', [], [])).toMatchObject({ handedOver: null, replyBy: null, reply: 'unknown' });
    const twice = noted([
      { kind: 'handover', day: '2025-01-02' },
      { kind: 'handover', day: '2025-03-03' },
    ]);
    expect(on('2025-03-04', [], twice).handedOver).toBe('2025-03-03');
  });

  it('are days of four digits also where somebody put down a day at the end of them', () => {
    for (const day of ['9999-10-01', '9999-12-31', '0000-01-01', '0001-02-28'])
      expect(on('2025-03-04', [], noted([{ kind: 'handover', day }]))).toMatchObject({
        handedOver: day,
        replyBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        replyAtLatest: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
    expect(monthsAfter('9999-10-31', 3)).toBe('9999-12-31');
    expect(monthsAfter('0001-11-30', 3)).toBe('0002-02-28');
    expect(dayAfter('9999-12-31', 1)).toBe('9999-12-31');
    expect(dayAfter('0000-01-01', -1)).toBe('0000-01-01');
  });

  it('have a class that does not hang on the order in which replies of one day were found', () => {
    const [a, b] = [reply('2025-05-01', 'A', 'reply', 'a'), reply('2025-05-01', 'B', 'reply', 'b')];
    expect(on('2025-06-01', [a, b], []).resultClass).toBe('B');
    expect(on('2025-06-01', [b, a], []).resultClass).toBe('B');
  });

  it('fall on the last day of a shorter month', () => {
    expect(monthsAfter('2024-11-30', 3)).toBe('2025-02-28');
    expect(monthsAfter('2023-11-30', 3)).toBe('2024-02-29');
    expect(monthsAfter('2024-12-31', 1)).toBe('2025-01-31');
    expect(monthsAfter('2025-01-15', 12)).toBe('2026-01-15');
  });
});

describe('who is unsatisfied', () => {
  it('with the handling or with what came of it has it answered again in time', () => {
    const first = reply('2025-05-01', 'A');
    const notes = noted([rate('satisfied', 'unsatisfied')]);
    expect(on('2025-06-11', [first], notes).redo).toEqual({
      ...{ since: '2025-06-10', by: '2025-08-11', answeredOn: null, overdue: false },
    });
    expect(on('2025-08-12', [first], notes).redo?.overdue).toBe(true);
    const answered = on('2025-12-01', [reply('2025-07-20', 'B'), first], notes);
    expect(answered.redo).toMatchObject({ answeredOn: '2025-07-20', overdue: false });
    expect(answered.resultClass).toBe('B');
    expect(on('2025-12-01', [first, reply('2025-09-20')], notes).redo).toMatchObject({ overdue: true });
    expect(on('2025-06-11', [first], noted([rate('unsatisfied', 'satisfied')])).redo).not.toBeNull();
  });

  it('may change their mind; each deputy has a word of their own', () => {
    const notes = noted([
      { ...rate('satisfied', 'unsatisfied'), by: '甲' },
      { ...rate('satisfied', 'satisfied'), by: '乙' },
      { ...rate('satisfied', 'satisfied'), by: '甲', at: '2025-07-01T00:00:00.000Z' },
    ]);
    const { ratings, redo } = on('2025-08-01', [], notes);
    expect(ratings.map(({ by, result }) => [by, result])).toEqual([
      ['乙', 'satisfied'],
      ['甲', 'satisfied'],
    ]);
    expect(redo).toBeNull();
  });

  it('is one person by key, not by name; the next of a name follows on what earlier versions kept', () => {
    const rated = (notes: readonly Noted[]) =>
      on('2025-08-01', [], noted(notes)).ratings.map(({ by, result }) => [by, result]);
    const [good, bad] = [rate('satisfied', 'satisfied'), rate('satisfied', 'unsatisfied')];
    const keyed = [
      { ...bad, by: '甲', raterKey: 'p1' },
      { ...good, by: '甲', raterKey: 'p2' },
      { ...good, by: '甲', raterKey: 'paper:甲' },
    ];
    expect(rated(keyed)).toEqual([
      ['甲', 'unsatisfied'],
      ['甲', 'satisfied'],
      ['甲', 'satisfied'],
    ]);
    expect(rated([...keyed, { ...good, by: '甲改名', raterKey: 'p1' }]).at(-1)).toEqual([
      '甲改名',
      'satisfied',
    ]);
    expect(rated([...keyed, { ...good, by: '甲改名', raterKey: 'p1' }])).toHaveLength(3);
    expect(
      rated([
        { ...bad, by: '甲' },
        { ...good, by: '甲', raterKey: 'p1' },
      ]),
    ).toEqual([['甲', 'satisfied']]);
  });
});
