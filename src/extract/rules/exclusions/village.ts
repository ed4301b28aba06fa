import { after, before, clauseOf, type Exclusion } from './exclusion.js';

const groups = /\d个(?:村民小组|居民小组|自然村|村小组|社(?![区会保]))|\d户(?:共)?\d[\d.]*人/u;
const stock =
  /(?:大?[牲性]畜|耕牛|生猪|山?羊|家禽|[水旱早]田|[旱早]地|耕地|林地|田地|水浇地|土地)(?:存栏|面积|有|为|共|约)*$/u;

/** What a village is and has, told to say where something lies or why it is wanted. */
export const villageExclusions: readonly Exclusion[] = [
  {
    // 石桥小组21户80人，有大牲畜60头，水田300亩: what there is of it.
    rule: 'population',
    holds: (t, q, v, { outline }) => {
      if (outline.meta.kind !== 'reply') return false;
      const clause = clauseOf(q, v);
      if (!clause || !groups.test(t.slice(v.start, v.end))) return false;
      const head = t.slice(clause.start, q.start);
      if (/^[头条只匹亩]$/u.test(q.unit)) return stock.test(head) && !/[新建改造流整治复种灌增]/u.test(head);
      return (
        /^[户人]$/u.test(q.unit) &&
        /^(?:其中)?[^，建改新增搬安解惠受]{0,8}(?:小组|自然村|村|组|社)?(?:现有|共有|共|有|约)*(?:\d+户(?:共)?)?$/u.test(
          head,
        ) &&
        /^(?:[，、。；]|$|\d+人|[农人居村][户口民])/u.test(t.slice(q.end, clause.end + 1))
      );
    },
  },
  {
    // 有12个村民小组其中…: how many there are.
    rule: 'population',
    holds: (t, q, v, { outline }) =>
      outline.meta.kind === 'reply' &&
      q.unit === '个' &&
      /^(?:村民小组|居民小组|自然村|村小组)/u.test(after(t, q, v)) &&
      /(?:^|，)(?:现|共)?有$/u.test(t.slice(clauseOf(q, v)?.start ?? v.start, q.start)),
  },
  {
    // 故东山村9-15社743户3152人存在饮水困难: who is short of something.
    rule: 'population',
    holds: (t, q, v, { outline }) =>
      outline.meta.kind === 'reply' &&
      /^[余多]?[万千]?[户人]$/u.test(q.unit) &&
      /^[^，了]{0,24}(?:存在|面临)[^，]{0,14}(?:困难|问题|不足|短缺|风险)/u.test(
        t.slice(q.end, clauseOf(q, v)?.end ?? v.end),
      ) &&
      !/解决/u.test(t.slice(clauseOf(q, v)?.start ?? v.start, q.start)),
  },
  {
    // 红星村9-15社, 三河村3—5组: which ones.
    rule: 'places-measured',
    holds: (t, q, v) =>
      /^[社组]$/u.test(q.unit) &&
      /^\d{1,2}[-—–~至、]\d{1,2}/u.test(t.slice(q.numberStart, q.end)) &&
      /(?:村|社区)(?:第)?$/u.test(before(t, q, v)),
  },
  {
    // 临水临崖3米以上安全隐患路段: which stretches.
    rule: 'size-of-what',
    holds: (t, q, v) =>
      /^(?:米|m|厘米|度)$/u.test(q.unit) &&
      q.comparator !== null &&
      /(?:临[水崖岩]|路侧|高差|落差|坡[度长高])[^，\d]{0,4}$/u.test(before(t, q, v)) &&
      /^(?:以上|及以上)?的?[^，\d]{0,10}(?:路段|边坡|隐患点|公路|道路)/u.test(after(t, q, v, 20)),
  },
  {
    // 校对：王林 共印100份: an imprint.
    rule: 'no-measure',
    holds: (t, q, v) => q.unit === '份' && /(?:共|合计)印(?:发|制)?$/u.test(before(t, q, v)),
  },
];
