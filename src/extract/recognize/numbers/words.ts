/**
 * Words that begin with a Chinese digit and count nothing: adverbs, names, slogans. Only those that the character after the
 * digit would make a count of (起, 部, 把 are counters).
 */
const words = `
一起 一度 一部分 一次性 一把 一手 一口气 一条龙 一片 一头 一块 一道 一方面 一方 一批 一套路 一张网 一张蓝图 一盘棋 一对一 一户一 一人一 一村一 一企一 一件事 一届届 一代 一面
一个样 一元化 一元复始 二元结构 二元体制 二元经济 一分为二 一成不变 一体 一些 一般 一样 一定 一直 一致 一切 一旦 一再 一向 一律 一并 一同 一带 一线 一流 一级
十分 十足 十堰 十字 百分 万一 万分 两会 两岸 两两 两手 两级 两院 两翼 两侧 两头 三位一体 五位一体 四个全面 四个意识 四个自信 两个维护 两个确立 三个一批 三个代表 五个一 六个一
一段时期 一段时间 一期 二期 三期 四期 五期 六期 三方 四方 八方 两位数 一位数 三位数 两个维护 一家亲 一网 一门心思 三农 三伏 一点 两口子 三家村
`
  .trim()
  .split(/\s+/);

const byFirst = new Map<string, string[]>();
for (const word of words) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);

/** Whether a word that only looks like a count begins at `at`, where the number read ends at `end`; 一点五 and 十分钟 are numbers. */
export function isWordOfNumeral(text: string, at: number, end: number): boolean {
  if (/^十分钟/.test(text.slice(at, at + 3))) return false;
  // 一个个, 一次次; 十九届三中全会.
  const next = text.charAt(end);
  if (text.charAt(at) === '一' && next !== '' && next === text.charAt(end + 1)) return true;
  if (next === '届' && text.charAt(at) !== '两' && !/\d/.test(text.charAt(at))) return true;
  return (byFirst.get(text.charAt(at)) ?? []).some(
    (word) => at + word.length > end && text.startsWith(word, at),
  );
}
