import { describe, expect, it } from 'vitest';
import { loadWorkCalendar } from '../../src/adapters/work-calendar/load-work-calendar.js';
import { profiles } from '../../src/app/profiles/index.js';
import { followUpOf } from '../../src/app/proposal/follow-up.js';
import { monthsAfter } from '../../src/domain/day.js';
import type { StoredDocument } from '../../src/domain/document.js';
import type { ProposalNote, ProposalNoteBody } from '../../src/domain/proposal-note.js';

const profile = profiles.find(({ id }) => id === 'national');
if (!profile) throw new Error('no profile');
const workCalendar = loadWorkCalendar(null);

const reply = (date: string | null, resultClass: string | null = null, kind = 'reply') =>
  ({ meta: { kind, date, resultClass } }) as unknown as StoredDocument;
const noted = (bodies: readonly (ProposalNoteBody & { by?: string; at?: string })[]): ProposalNote[] =>
  bodies.map(({ by = '李代表', at = '2025-06-10T02:00:00.000Z', ...body }, n) => ({
    ...{ id: `n${n}`, tenant: 't', proposalId: 'p', seq: n + 1, madeBy: by, madeAt: at },
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
});
