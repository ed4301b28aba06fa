import { ruleWords } from './rule-words.js';

/** Why an item is there. */
export const itemWords = ruleWords(`
  quantity | 句中有一个可以核对的数量 | the sentence holds a measured value
  coverage:* | “{words}”表示全部覆盖，按 100% 计 | a total claim ({words}) counts as 100 %
  milestone:firm | 有明确的完成动作，又有时限 | a completing verb with a deadline
  milestone:soft | 有建立、制定一类动作和具体成果，又有时限 | a verb of setting up with a product and a deadline
  deliverable:* | 完成动作是“{words}” | the verb is {words}
  table:indicator-row | 指标表的一行 | a row of a table of indicators
`);

/** How a value was read. */
export const valueWords = ruleWords(`
  arabic-numeral | 阿拉伯数字 | a number in digits
  chinese-numeral | 中文数字 | a number in Chinese characters
  approximate-infix | 数字中间有“余、多”等，是约数 | 余 or 多 inside the number: about
  range | 两个数构成区间 | two numbers make a range
  shared-unit | 并列的数共用后面的单位 | numbers side by side share a unit
  coverage:* | “{words}”按 100% 计 | {words} counts as 100 %
  table:indicator-row | 取指标表的目标列 | the target column of the table
  vague-number | “近百”“数十”一类概数 | a vague number (近百, 数十)
  fraction | “三分之二”一类分数 | a fraction in words (三分之二)
  slash-fraction | “2/3”一类分数 | a fraction with a slash
  tenths | “七成”一类成数 | tenths (七成五)
  doubling | “翻一番”一类倍数 | doubling (翻一番)
  half | “一半”“过半” | half
  comparator-before:* | 数字前有“{words}” | {words} before the number
  comparator-after:* | 数字后有“{words}” | {words} after the number
`);

/** How a comparator was read. */
export const comparatorWords = ruleWords(`
  comparator:adjacent | 比较词紧挨着数字 | the comparator touches the number
  comparator:joined-by-verb | 比较词和数字之间只隔一个动词 | only a verb between comparator and number
  comparator:distant:* | 比较词“{words}”在同一小句较远处 | {words} at a distance in the same clause
  table:indicator-row | 取指标表的目标列 | the target column of the table
  comparator:shared | 并列的数共用一个比较词 | values side by side share a comparator
  comparator:none | 没有比较词，按等于计 | no comparator: equal
`);

/** Denominators and amounts of change. */
export const frameWords = ruleWords(`
  per:each | “每……”是计算口径 | 每… is the denominator
  per:in-each | 各、所有、全部的每一处都有这么多，是计算口径 | so many in each of them: they are the denominator
  per:each-before | 名词在前、“每个”在后，是计算口径 | the noun before 每个 is the denominator
  per:average | “人均、户均”一类口径 | an average (人均, 户均)
  per:every | “每年、每季度”一类频次 | how often (每年, 每季度)
  per:one-for-one | “一个……一个”对应配置 | one for each one
  per:clause-before | 口径在前一小句 | the denominator stands in the clause before
  change:carried | 沿用前一个数的增减 | the change of the value before serves this one too
  change:* | “{words}”后的数是变动的幅度 | the number is the amount of a change ({words})
`);

/** Where the indicator's words come from. */
export const indicatorWords = ruleWords(`
  indicator:after | 取数字后面的文字 | the words after the number
  indicator:before | 取数字前面的文字 | the words before the number
  indicator:before-and-after | 数字前后的文字合起来 | the words before and after the number
  indicator:rate-before | 数字前面是率、比例 | a rate or share before the number
  indicator:around-total | 取“全覆盖”等词前后的文字 | the words around the total claim
  indicator:deliverable | 取要完成的事项 | what is to be completed
  indicator:subject-before | 事项的名称在前面的小句 | its name stands in a clause before
  indicator:distributed | “分别”前的名称与数字一一对应 | names before 分别 go with the values in order
  indicator:inherited | 沿用前一条的指标 | the indicator of the item before
  indicator:list-head | 取列举前的名称 | the name before the list
  indicator:part-of-whole | 是前一条整体中的一部分 | a part of the whole before it
  indicator:share-of-previous | 是前一条所占的份额 | a share of the item before
  indicator:governed | 名称单独说不清，补上统领它的事物 | the name says too little alone: the thing that governs it is added
  indicator:topic | 本句没有名称，取上文的话题 | its own words name nothing: the topic above
  table:indicator-row | 取指标表的指标列 | the indicator column of the table
`);
