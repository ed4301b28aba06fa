/** 增长5%，力争更好结果: a better outcome still is striven for; the value itself is firm. */
const better = '(?:(?:努力|争取|取得|实现|达到)*更[好高快优])';
/** 争取项目资金: money and favours are sought of others. */
const favour = '[^，。；到于在年月]{0,16}(?:资金|补助|支持|债券|投资|专项|经费|政策|指标)(?=[，。；、]|$)';

/** What makes an item hedged (annotation standard, field `hedged`). */
export const hedgeWords = new RegExp(
  [
    `(?<!努)力争(?!${better})`,
    `(?<![共已]|累计|成功)争取(?!${better}|到了?|了|${favour})`,
    `(?<!经过|共同|不懈|积极)努力(?!程度|下|${better})`,
    '原则上|有条件|逐步|探索|尽量|尽可能',
  ].join('|'),
  'u',
);
