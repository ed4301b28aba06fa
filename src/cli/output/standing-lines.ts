import type { NamedEvidence, ToldStanding } from '../../app/standing/told-standing.js';
import type { Messages } from '../messages/index.js';
import { clockOf } from './instant.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const evidenceLine = ({ id, file, quote, asOf, score, parts }: NamedEvidence): string => {
  const split = Object.values(parts).map((part) => part.toFixed(2));
  return `  ${id}  ${score.toFixed(2)} (${split.join(' ')})  ${asOf ?? ''}  ${flat(quote)}  ${file}`;
};

/** Where a promise stands, line by line: three statuses apart, the evidence, what people said and when in the time zone. */
export function standingLines(told: ToldStanding, t: Messages, timeZone: string): string[] {
  const s = t.standing;
  const clock = clockOf(timeZone);
  const schedule =
    told.closed || told.vague
      ? s.stopped
      : `${t.schedule[told.schedule]}${told.due === null ? '' : s.due(told.due)}`;
  const marks = [
    ...(told.closed ? [s.closed] : []),
    ...(told.vague ? [s.vague] : []),
    ...(told.doubleOf === null ? [] : [s.doubleOf(told.doubleOf)]),
  ];
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines]);
  const statuses: [string, string][] = [
    [s.claimed, t.claimed[told.claimed]],
    [s.verified, t.verified[told.verified]],
    [s.schedule, schedule],
    [s.light, t.light[told.light]],
    [s.version, String(told.version)],
    [s.marks, marks.join(t.listSeparator)],
    [s.fields, Object.keys(told.fields).length === 0 ? '' : JSON.stringify(told.fields)],
  ];
  return [
    s.title,
    ...statuses.filter(([, value]) => value !== '').map(([label, value]) => `  ${label}  ${value}`),
    ...part(
      s.reasons,
      told.reasons.map((reason) => `  ${flat(reason)}`),
    ),
    ...part(s.evidence, told.evidence.map(evidenceLine)),
    ...part(s.related, told.related.map(evidenceLine)),
    ...part(
      s.decisions,
      told.decisions.map(
        ({ body, madeAt, madeBy, reason, carried }) =>
          `  ${clock(madeAt)}  ${t.decisionKinds[body.kind]}  ${flat(madeBy)}  ${flat(reason)}${carried ? '' : s.lost}`,
      ),
    ),
    ...part(
      s.claims,
      told.claims.map(
        ({ state, madeAt, madeBy, text }) =>
          `  ${clock(madeAt)}  ${t.claimed[state]}  ${flat(madeBy)}  ${flat(text)}`,
      ),
    ),
  ];
}
