import type { GoldPair } from '../../test/track/tracking-pairs.js';
import { finished, type Generated } from './document.js';
import { type Fact, factsOf, tenth, Values } from './fact.js';
import { dated, numerals, officesOf, promiseParagraph, wideBefore } from './layout.js';
import { type Place, placeOf } from './places.js';
import { Chooser } from './random.js';
import { type Trade, trades } from './trades.js';
import { Writer, writeResult } from './writer.js';

/** As the fixtures of tracking are written. */
export interface GeneratedPair {
  readonly plan: Generated;
  readonly reports: readonly Generated[];
  readonly gold: GoldPair;
}

interface Case {
  readonly place: Place;
  readonly trade: Trade;
  readonly years: readonly [number, number];
  readonly id: string;
}

function writePlan(chooser: Chooser, { place, trade, years }: Case, facts: readonly Fact[]) {
  const [from, to] = years;
  const issuer = `${place.name}人民政府办公室`;
  const title = `${place.name}${trade.name}服务提升行动方案（${from}—${to}年）`;
  const day = dated(from, chooser.int(1, 2), chooser.int(2, 27));
  const [, office] = officesOf(place, trade);
  const addressees = ['各乡镇人民政府', `${place.level}政府有关部门`];
  const writer = new Writer().say(`${issuer}关于印发${title}的通知\n\n${addressees.join('，')}：\n\n`);
  writer.say(`《${title}》已经${place.level}人民政府同意，现印发给你们，请认真组织实施。\n\n`);
  const half = Math.ceil(facts.length / 2);
  for (const [i, part] of [facts.slice(0, half), facts.slice(half)].entries()) {
    writer.say(`${numerals[i]}、${['主要目标', '重点任务'][i]}\n\n`);
    for (let at = 0; at < part.length; at += 3) {
      const responsible = i === 1 ? [office, ...(chooser.chance(0.5) ? [`${place.level}财政局`] : [])] : [];
      promiseParagraph(writer, chooser, part.slice(at, at + 3), place, responsible);
    }
  }
  writer.say(`${issuer}\n${day.written}\n`);
  const meta = {
    ...{ title: `${issuer}关于印发${title}的通知`, doc_number: null, proposal_number: null, issuer },
    ...({ addressees, date: day.iso, kind: 'action_plan', period: { start: from, end: to } } as const),
    ...{ body: null, session: null },
  };
  return { writer, meta };
}

/** Where a promise is to stand on the day of the report, and the figure that says so. */
function outcome(chooser: Chooser, fact: Fact, asOf: string, values: Values) {
  const { sort, unit, value } = fact;
  const due = fact.when.date < asOf;
  const short = due ? ('not_met' as const) : ('in_progress' as const);
  const silent = { verdict: 'no_evidence' as const, told: null };
  if (chooser.chance(0.25)) return silent;
  // Words of completion leave no half.
  if (sort === 'rule' || sort === 'coverage') return { verdict: 'met' as const, told: 0 };
  const reached = chooser.chance(0.55);
  const draw = () => {
    if (sort === 'rate')
      return reached ? tenth(value + chooser.int(0, 8) / 10) : tenth(value - chooser.int(10, 250) / 10);
    if (sort === 'limit')
      return reached ? tenth(value - chooser.int(0, 4) / 10) : tenth(value + chooser.int(10, 60) / 10);
    if (reached) return value + chooser.int(0, Math.max(4, Math.round(value / 8)));
    return Math.max(1, Math.floor((value * chooser.int(20, 88)) / 100));
  };
  const told = values.take(unit, draw);
  return { verdict: reached ? ('met' as const) : short, told };
}

function writeReport(chooser: Chooser, { place, trade, years, id }: Case, facts: readonly Fact[]) {
  const year = chooser.int(...years);
  const [issuer] = officesOf(place, trade);
  const day = dated(year + 1, 1, chooser.int(3, 28));
  const title = `${place.name}${year}年${trade.name}工作总结`;
  const writer = new Writer().say(`${title}\n\n`);
  const values = new Values();
  const doc = `${id}-report.txt`;
  const links = facts.map((fact) => {
    const { verdict, told } = outcome(chooser, fact, day.iso, values);
    return { fact, verdict, told };
  });
  const told = links.filter((link) => link.told !== null);
  const evidence = new Map<Fact, readonly ['quotes' | 'completions', number]>();
  const asOf = { text: `截至${year}年底`, date: `${year}-12-31` };
  for (let at = 0; at < told.length; at += 4) {
    writer.say(
      `${numerals[(at / 4) % 10]}、${['主要指标完成情况', '重点工作完成情况', '服务保障', '能力建设'][(at / 4) % 4]}\n\n`,
    );
    for (const { fact, told: value } of told.slice(at, at + 4)) {
      evidence.set(
        fact,
        fact.sort === 'rule' ? ['completions', writer.completions.length] : ['quotes', writer.marks.length],
      );
      writeResult(writer, fact, value ?? 0, { asOf, since: years[0], all: wideBefore(fact, place) });
      writer.say('。');
    }
    writer.say('\n\n');
  }
  writer.say(`${issuer}\n${day.written}\n`);
  const meta = {
    ...{ title, doc_number: null, proposal_number: null, issuer, addressees: [], date: day.iso },
    ...({ kind: 'progress_report', period: null, body: null, session: null } as const),
  };
  return { writer, meta, doc, links, evidence, asOf: day.iso };
}

/** A plan of an invented place, a report on it, and how each promise stands after it. */
export function generatedPair(seed: number, { noise = false }: { noise?: boolean } = {}): GeneratedPair {
  const chooser = new Chooser(seed);
  const from = chooser.int(2019, 2026);
  const id = `pair-${String(seed).padStart(6, '0')}`;
  const years = [from, from + chooser.int(1, 3)] as const;
  const about: Case = { place: placeOf(chooser), trade: chooser.pick(trades), years, id };
  const facts = factsOf(chooser, about.trade, about, chooser.int(8, 14), new Values());
  const written = writePlan(chooser, about, facts);
  const told = writeReport(chooser, about, facts);
  const plan = finished(written.writer, `${id}-plan.txt`, written.meta, noise ? chooser : null);
  const report = finished(told.writer, told.doc, told.meta, noise ? chooser : null);
  const links = told.links.map(({ fact, verdict }, i) => {
    const [among, at] = told.evidence.get(fact) ?? [];
    const evidence = among === undefined ? undefined : report[among][at ?? 0];
    const { quote = '', value_text = null } = plan.quotes[i] ?? {};
    return {
      ...{ quote, value_text, indicator: fact.thing, verdict },
      evidence: evidence ? { doc: told.doc, ...evidence } : null,
    };
  });
  const gold = { plan: plan.name, reports: [told.doc], as_of: told.asOf, links };
  return { plan, reports: [report], gold };
}
