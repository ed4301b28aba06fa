import { before, clauseOf, type Exclusion } from './exclusion.js';

const building = /[建设配投安增培打造购招新完修铺种植发供签储]/u;

/** Numbers that only measure a thing's sides, bound whom a standard is for, or say where one begins. */
export const sizeExclusions: readonly Exclusion[] = [
  {
    // 长3米×宽3米×高4米旧泵房一间: the sides of what is counted after them.
    rule: 'size-of-what',
    holds: (t, q, v) =>
      /^(?:厘米|毫米|公分|米|cm|mm|m)$/iu.test(q.unit) &&
      (/^[×xX*＊]\s?[长宽高深厚]?\d/u.test(t.slice(q.end, q.end + 4)) ||
        /\d[\d.]*(?:厘米|毫米|公分|米|cm|mm|m)?[×xX*＊]\s?[长宽高深厚]?$/iu.test(before(t, q, v, 12))),
  },
  {
    // 要求在校学生1200人及以上的学校、1000人及以上的小学，至少配备1名: whom the standard is for.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      if (!clause || /[%‰元]/u.test(q.unit)) return false;
      if (!/及以上$/u.test(t.slice(q.numberEnd, q.end)) && !/^及以上/u.test(t.slice(q.end, q.end + 3)))
        return false;
      return (
        !building.test(t.slice(clause.start, q.start)) &&
        /^(?:及以上)?的?[\u4e00-\u9fff]{2,24}(?:[，、]|应|须|要|至少|按|每|均|都|必须|全部|原则上)/u.test(
          t.slice(q.end, Math.min(v.end, q.end + 28)),
        ) &&
        /(?:至少|不少于|不低于|应|须|必须|配备|配足|设置|设立|按)/u.test(t.slice(q.end, v.end))
      );
    },
  },
  {
    // 可在20%基础上视条件下调不超过5%: what is moved from.
    rule: 'baseline',
    holds: (t, q, v) =>
      /在(?:[^，。；\d]{0,10})$/u.test(before(t, q, v, 12)) &&
      /^的?基础上/u.test(t.slice(q.end, q.end + 4)) &&
      !/^的?基础上[^，。；]{0,4}[，。]/u.test(t.slice(q.end, q.end + 9)),
  },
  {
    // 从曙十三支为起点: a place whose name holds a numeral.
    rule: 'places-measured',
    holds: (t, q, v) =>
      q.chinese &&
      /(?:[从由自起]|起点|终点)[^，。；]{0,10}$/u.test(before(t, q, v, 14)) &&
      /^(?:为|作为|是)?(?:起点|终点|起|止)/u.test(t.slice(q.end, q.end + 5)),
  },
];
