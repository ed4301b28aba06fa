import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { clauseCues, hedgeWords, strengthCues } from '../lexicon/cues.js';
import { isBaseYear } from './base-year.js';

/** How much of the previous clause's leaning a clause without cues of its own takes over. */
const inheritance = 0.9;
/** A weight of own words from which on the sentence's earlier clauses count little. */
const decisive = 4;
/** A table's column speaks louder than the document's kind. */
const columnStance = { task: 3, progress: -3.5 } as const;
/** Years back from which on a date describes. */
const longAgo = 8;
/** Years against the document's own: a goal lies ahead, a result behind. */
const yearWeight = 3;

interface Leaning {
  weight: number;
  /** What the clauses after it take over: 优化已建成的… says nothing of them. */
  carried: number;
  rules: string[];
}

function clauseLeaning(context: ExtractionContext, draft: Draft, start: number, end: number): Leaning {
  const body = context.text.slice(start, end);
  const rules: string[] = [];
  let weight = 0;
  let attributive = 0;
  for (const cue of clauseCues) {
    if (!cue.regex.test(body)) continue;
    weight += cue.weight;
    if (cue.rule === 'done:已' && /^[^，]+已[^，]{2,}的/u.test(body)) attributive += cue.weight;
    rules.push(cue.rule);
  }
  const { year, day } = context.reference;
  for (const mention of draft.view.dates) {
    if (mention.start < start || mention.end > end || mention.role === 'every' || mention.role === 'length')
      continue;
    if (isBaseYear(context.text, start, mention)) continue;
    // 2005年底前建成的小区: a year so long ago tells which ones, not when.
    if (mention.year !== null && year !== null && mention.year < year - longAgo && !mention.asOf) continue;
    if (mention.asOf) {
      weight -= yearWeight;
      rules.push('date:as-of');
    } else if (
      day !== null &&
      mention.date !== null &&
      mention.inferred.length > 0 &&
      mention.role === 'by'
    ) {
      // 6月底前 in a reply of March lies ahead.
      if (
        mention.date <= day ||
        !/月|底|末|半年|季度|年内/.test(context.text.slice(mention.start, mention.end))
      )
        continue;
      weight += yearWeight;
      rules.push('date:ahead');
    } else if (mention.year !== null && year !== null && mention.inferred.length === 0) {
      if (mention.role === 'since') continue;
      const ahead =
        mention.year > year ||
        (mention.year === year &&
          day !== null &&
          mention.date !== null &&
          mention.date > day &&
          /月|底|末|半年/.test(context.text.slice(mention.start, mention.end)));
      if (ahead) {
        weight += yearWeight;
        rules.push('date:ahead');
      } else if (mention.year < year) {
        weight -= yearWeight;
        rules.push('date:past');
      }
    }
  }
  return { weight, carried: weight - attributive, rules };
}

/**
 * Promise or result: the clause's own tense words and years, what the sentence said before it, the section, the document's kind,
 * each with its weight; the sign of the sum decides.
 */
export function stanceRefiner(context: ExtractionContext, draft: Draft): void {
  const { view, clause } = draft;
  if (view.block.indicator) {
    because(draft, 'stance', 'table:target-column');
    return;
  }
  const section = context.sections[view.block.index];
  let carried = 0;
  const rules: string[] = [];
  for (const each of view.clauses) {
    const own = clauseLeaning(context, draft, each.start, each.end);
    if (each === clause) {
      rules.push(...own.rules);
      if (carried !== 0) rules.push(carried > 0 ? 'sentence:goal' : 'sentence:done');
      // A clause's own words outweigh what the sentence said before: 现已完成招标，将于7月开工.
      const heard =
        Math.sign(own.weight) !== Math.sign(carried) && Math.abs(own.weight) >= decisive
          ? carried * 0.3
          : carried;
      const around = view.column ? columnStance[view.column] : (section?.stance ?? 0);
      const above =
        Math.abs(own.weight) >= decisive && Math.sign(own.weight) !== Math.sign(around)
          ? around * 0.6
          : around;
      const sum = own.weight + heard + above;
      draft.stance = sum >= 0 ? 'commitment' : 'achievement';
      because(
        draft,
        'stance',
        ...rules,
        view.column ? `column:${view.column}` : (section?.stanceRule ?? 'kind'),
        `sum:${Math.round(sum * 10) / 10}`,
      );
      return;
    }
    carried = own.carried !== 0 ? own.carried * inheritance : carried * inheritance;
  }
}

/** Fills strength and hedged: a hedge governs its whole list (ruling 13), back to the last full break. */
export function strengthRefiner(context: ExtractionContext, draft: Draft): void {
  const { text } = context;
  const at = draft.valueEnd ?? draft.clause.end;
  const from = draft.view.start + text.slice(draft.view.start, at).lastIndexOf('；') + 1;
  const reach = text.slice(from, draft.clause.end);
  // What has been reached is no longer striven for.
  draft.hedged = draft.stance === 'commitment' && hedgeWords.test(reach);
  for (const { strength, regex } of strengthCues) {
    if (!regex.test(reach)) continue;
    draft.strength = strength;
    because(draft, 'strength', `strength:${strength}`);
    return;
  }
}
