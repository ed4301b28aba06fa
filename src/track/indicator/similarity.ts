import { anyOf } from '../lexicon/alternatives.js';
import { contrasts, fillers, weakModifiers } from '../lexicon/indicator-words.js';
import { differenceOf } from './difference.js';
import { remembering } from './memo.js';

/** One side of a comparison of names: the indicator's canonical text and the words around it that may complete it. */
export interface Named {
  readonly key: string;
  /** Canonical text of the same clause, the headings above and the title: 占比 under 护理型床位. */
  readonly ambient: string;
  /** For a key that says too little alone: the words before it in its sentence, the headings, the title. */
  readonly topic: string | null;
}

export interface Similarity {
  /** 0 to 1; 0 where the two are different things. */
  readonly score: number;
  /** Words that stand on one side only and tell the two apart; empty where they agree. */
  readonly target: readonly string[];
  readonly report: readonly string[];
}

const filler = anyOf(fillers);
const weak = anyOf(weakModifiers.filter((word) => !word.includes('@')));
const weakBeside = weakModifiers.flatMap((entry) => {
  const [word = '', head] = entry.split('@');
  return head === undefined ? [] : [{ word, head }];
});

/** Drops what may stand on one side only, given what both sides are about. */
const withoutWeak = (parts: readonly string[], key: string): string[] =>
  contentOf(parts, weak).filter(
    (part) => !weakBeside.some(({ word, head }) => part === word && key.includes(head)),
  );

const contentOf = (parts: readonly string[], noise: RegExp): string[] =>
  parts.map((part) => part.replace(noise, '').replace(/[、，；：·—\-/]/gu, '')).filter(Boolean);

/** Longest first, so that 普通高中 is not taken for 高中. */
const groups = contrasts.map((group) => [...group].sort((a, b) => b.length - a.length));
/** Which member of each contrast stands in the text. */
const membersIn = remembering(20_000, (text): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  groups.forEach((group, index) => {
    const member = group.find((word) => text.includes(word));
    if (member) found.set(index, member);
  });
  return found;
});

function contrasted(a: readonly string[], b: readonly string[], wholeA: string, wholeB: string): boolean {
  const first = membersIn(a.join('|'));
  const second = membersIn(b.join('|'));
  for (const [group, member] of first) {
    const other = second.get(group);
    if (other !== undefined && other !== member && !member.includes(other) && !other.includes(member))
      return true;
  }
  // Also where one side's word is left over and the other's stands in common words: 农村 against 城镇、农村.
  const inA = membersIn(wholeA);
  const inB = membersIn(wholeB);
  for (const [group, member] of inA) {
    const other = inB.get(group);
    if (other !== undefined && other !== member && !wholeA.includes(other) && !wholeB.includes(member))
      return true;
  }
  return false;
}

const isContrast = (word: string): boolean => contrasts.some((group) => group.some((m) => word.includes(m)));

/** 进出口总值 stands in a clause as 进出口值 once 总 is left out, so both forms are searched. */
const bothForms = remembering(2000, (around) => `${around}|${around.replace(filler, '')}`);

/** What remains of a word after those of its stretches that the other side's surroundings hold. */
function notIn(around: string, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const ambient = bothForms(around);
  return words.filter((word) => {
    if (ambient.includes(word)) return false;
    const rest = differenceOf(word, ambient).onlyFirst.join('');
    return rest.replace(filler, '').length > 0;
  });
}

const different: Similarity['score'] = 0;

/** 暑托班 against 寒托班: one character in place of another tells two things apart, whatever stands around. */
const substituted = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((part) => part.length === 1 && b.some((other) => other.length === 1 && other !== part));

/** 中试基地和概念验证中心 against 中试基地: a member of a sum is not the sum, whatever stands around. */
function missesMember(key: string, left: readonly string[]): boolean {
  const members = key.split(/[和及与、]/u);
  return (
    members.length > 1 &&
    members.some(
      (member) => member.length >= 2 && left.some((part) => part.includes(member) || member === part),
    )
  );
}

const sharedRate = /(?:率|比例|比重|占比)$/u;

/** 基本康复服务覆盖率 in 基本康复、辅助器具适配服务覆盖率: a rate that is told of several at once holds for each. */
function isMemberOf(target: string, report: string, left: readonly string[]): boolean {
  const [part = ''] = left;
  return (
    left.length === 1 &&
    sharedRate.test(target) &&
    sharedRate.test(report) &&
    /^[、][^、和及与]{2,}$|^[^、和及与]{2,}、$/u.test(part)
  );
}

/**
 * Whether two indicators are the same thing. Words that only one side has make them two things, unless they carry no meaning,
 * or the other side's surroundings say them. Precision before recall: what is not plainly the same is different.
 */
export function similarityOf(target: Named, report: Named): Similarity {
  if (target.topic !== null && report.topic !== null) return bothElliptic(target, report);
  if (target.topic !== null) return completed(report, target, target.topic);
  if (report.topic !== null) return completed(target, report, report.topic);
  if (target.key === report.key && target.key.length > 0) return { score: 1, target: [], report: [] };
  const { shared, onlyFirst, onlySecond } = differenceOf(target.key, report.key);
  const a = contentOf(onlyFirst, filler);
  const b = contentOf(onlySecond, filler);
  const refused = { score: different, target: a, report: b };
  if (shared < 2 || contrasted(onlyFirst, onlySecond, target.key, report.key)) return refused;
  if (missesMember(target.key, a) || missesMember(report.key, b)) return refused;
  if (substituted(a, b)) return refused;
  const foreignA = withoutWeak(notIn(report.ambient, a), report.key);
  const foreignB = withoutWeak(notIn(target.ambient, b), target.key);
  const whole = shared + a.join('').length + b.join('').length;
  const left = foreignA.join('').length + foreignB.join('').length;
  if (left === 0) {
    // Surroundings never supply the better part of a name.
    const supplied = whole - shared;
    if (shared < 4 && supplied > shared) return refused;
    return { score: 0.5 + (0.5 * shared) / whole, target: foreignA, report: foreignB };
  }
  if (foreignA.length > 0 && foreignB.length > 0) return refused;
  if (foreignA.length === 0 && isMemberOf(target.key, report.key, onlySecond))
    return { score: 0.6, target: [], report: foreignB };
  // A long name whose report leaves out a detail is still that name; one that adds a detail is another.
  if (foreignB.length === 0 && shared >= 6 && left <= shared / 3 && !foreignA.some(isContrast))
    return { score: (0.8 * shared) / (shared + left), target: foreignA, report: [] };
  return { ...refused, target: foreignA, report: foreignB };
}

/** 惠及居民 against 惠及居民: the same words say nothing unless their sentences are about one thing. */
function bothElliptic(target: Named, report: Named): Similarity {
  const { onlyFirst, onlySecond } = differenceOf(target.key, report.key);
  const a = contentOf(onlyFirst, filler);
  const b = contentOf(onlySecond, filler);
  const none = { score: different, target: a, report: b };
  if (a.length > 0 || b.length > 0 || contrasted(onlyFirst, onlySecond, target.key, report.key)) return none;
  return sharedContent(target.topic ?? '', report.topic ?? '') >= 2
    ? { score: 0.8, target: [], report: [] }
    : none;
}

/** Characters of meaning that two stretches share. */
function sharedContent(first: string, second: string): number {
  const rest = (text: string): string => text.replace(filler, '|').replace(/[\d.%‰万亿]+/gu, '|');
  return differenceOf(rest(first), rest(second)).shared;
}

/** 增加值 in a sentence about 规模以上工业: the full name's other words must stand in the short one's sentence. */
function completed(full: Named, short: Named, topic: string): Similarity {
  const { shared, onlyFirst, onlySecond } = differenceOf(full.key, short.key);
  const a = contentOf(onlyFirst, filler);
  const b = contentOf(onlySecond, filler);
  const missing = contentOf(notIn(`${topic}|${short.ambient}`, a), weak);
  if (missing.length > 0 || b.length > 0 || a.join('').length + shared < 2)
    return { score: different, target: missing, report: b };
  return { score: 0.7, target: [], report: [] };
}
