const lead = '(?<lead>截至|截止到?|截止|到|至|于|在|力争到|自|从|以|用|利用|每)?';
const year = '(?<year>(?:19|20)\\d{2}|[二一][〇零○0OoＯ一二三四五六七八九]{3})年';
const relativeYear =
  '(?<rel>过去一年|一年来|次年|下一年度?|今年|本年度?|当年|去年|上年度?|上一年度?|明年|后年|前年|年内|全年)';
const month = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?';
const day = '(?<day>3[01]|[12]\\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]';
/** 5月18日—21日, 5月28日至6月3日: the last day counts. */
const fromDay =
  '(?:(?:3[01]|[12]\\d|0?[1-9])(?:[日号])?\\s?[-—–~至到]{1,2}\\s?(?:(?<toMonth>1[0-2]|0?[1-9])月(?:份)?)?)?';
const part =
  '(?<part>上半年|下半年|第?[一二三四1-4]季度(?:末|底)?|年底|年末|岁末|年中|年初|上旬|中旬|下旬|底|末|初)';
const tail = '(?<tail>以前|之前|前|以内|之内|内|期间|起|开始|以来|来|以后|之后|后|止|为止)?';

const pattern = (body: string): RegExp => new RegExp(`${lead}${body}${tail}`, 'uy');

const years = '12二一';
const relatives = '过一次下今本当去上明后前年全';
const months = '0123456789十一二三四五六七八九';
const parts = '上下年岁第一二三四';
interface Form {
  readonly rule: string;
  /** What it may begin with: it is tried nowhere else. */
  readonly from: string;
  /** 到, 截至, 在 and the like may stand before what it begins with. */
  readonly led?: true;
  /** Whether what stands behind its beginning lets it be one, at a place behind the lead: a look that spares the regex. */
  readonly fits?: (text: string, at: number) => boolean;
  readonly regex: RegExp;
}

/** A table of characters by code. */
function table(characters: string): Uint8Array {
  const made = new Uint8Array(65_536);
  for (const c of characters) made[c.charCodeAt(0)] = 1;
  return made;
}
const [beginsRelative, goesOnRelative] = [table(relatives), table('去年一内')];
const goesOnPart = table('半底末前季一二三四');
const afterYear = table(
  '年-—–~至到 \t\n\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);
const beginsSeason = table('国春“"五劳元汛雨主入夏秋暑寒供采冬');
/** What a feast goes on with: 清明, 端午, 中秋, 重阳. */
const beginsFeast = table('清端中重');
const goesOnFeast = table('明午秋阳');
const numeral = table('0123456789一二两三四五六七八九十百半');
const isYear = (text: string, at: number): boolean => text.charCodeAt(at + 4) === 0x5e74;
const isMonth = (text: string, at: number): boolean =>
  text.charCodeAt(at + 1) === 0x6708 || text.charCodeAt(at + 2) === 0x6708;
const isRelative = (text: string, at: number): boolean => goesOnRelative[text.charCodeAt(at + 1)] === 1;
const isPart = (text: string, at: number): boolean => goesOnPart[text.charCodeAt(at + 1)] === 1;
function isSeason(text: string, at: number): boolean {
  const first = text.charAt(at);
  const from = first === '在' || first === '于' || first === '到' ? at + 1 : at;
  const code = text.charCodeAt(from);
  return (
    beginsSeason[code] === 1 ||
    (beginsFeast[code] === 1 && goesOnFeast[text.charCodeAt(from + 1)] === 1) ||
    (code === 0x4eca && '冬春'.includes(text.charAt(from + 1))) ||
    isYear(text, from) ||
    (beginsRelative[code] === 1 && isRelative(text, from))
  );
}
const opensMonths = (text: string, at: number): boolean =>
  text.charAt(at) === '头' || isYear(text, at) || isRelative(text, at);
/** How many characters stand before the count of a length: 用三年时间, 力争用, 未来. */
const beforeCount: Readonly<Record<string, number>> = {
  用: 1,
  在: 1,
  利: 2,
  再: 2,
  未: 2,
  今: 2,
  力: 3,
  计: 3,
};
const isLength = (text: string, at: number): boolean =>
  numeral[text.charCodeAt(at + (beforeCount[text.charAt(at)] ?? 0))] === 1;

/** Longest forms first; the first that matches at a place wins. */
const forms: readonly Form[] = [
  {
    rule: 'next-month',
    from: '下本次',
    regex: /(?<month>下个?月|本月|次月)(?<part>底|末|初|上旬|中旬|下旬)?(?:以前|之前|前|内)?/uy,
  },
  {
    rule: 'season',
    from: `在于到${relatives}${years}“"国春五劳元汛雨主入夏秋暑寒供采冬清端中重`,
    fits: isSeason,
    regex: new RegExp(
      `(?:在|于|到)?(?:(?<year>(?:19|20)\\d{2})年|${relativeYear})?[“"]?(?<season>国庆节?|春节|(?:清明|端午|中秋|重阳)节?(?=以?前)|秋收(?=以?前)|今冬明春|今春(?![节晚运])|“?五一”?(?:劳动节)?|劳动节|元旦|主?汛期|(?:主汛|入汛|汛)(?=前)|雨季|秋季开学|秋季学期开学|秋季学期|春季开学|春季学期开学|暑期|暑假|寒假|供暖季|供暖期|采暖季|采暖期|冬季供暖|[春夏秋冬]季(?=(?<opens>(?:正式|全部|建成|如期)?(?:投入使用|投用|启用|招生|开园|完工|竣工|交付|通车)))|(?<=年|[，。；：])春季(?!学期|开学|招|学|高考|运动会|[^，。；]{0,4}(?:传染|流感)))[”"]?(?:来临|到来|结束)?(?<tail>以前|之前|前后|前|后|期间)?(?:(?=(?<onDay>(?:当天|正式|试|对外|向[\\u4e00-\\u9fff]{2,6}?)*(?:开放|开园|开业|开馆|投用|通车|启用|运营|亮相)))|)`,
      'uy',
    ),
  },
  {
    rule: 'year-range',
    from: '12',
    led: true,
    fits: (text, at) => afterYear[text.charCodeAt(at + 4)] === 1,
    regex: new RegExp(
      `${lead}(?<from>(?:19|20)\\d{2})年?\\s?[-—–~至到]{1,2}\\s?${year}(?<part>底|末|上半年|下半年)?${tail}`,
      'uy',
    ),
  },
  {
    rule: 'iso-day',
    from: '12',
    led: true,
    fits: (text, at) => /[-./]/.test(text.charAt(at + 4)),
    regex: new RegExp(
      `${lead}(?<isoYear>(?:19|20)\\d{2})[-./](?<isoMonth>1[0-2]|0?[1-9])[-./](?<isoDay>3[01]|[12]\\d|0?[1-9])(?!\\d)${tail}`,
      'uy',
    ),
  },
  {
    // 今年头四个月, 前5个月: the months from January on.
    rule: 'first-months',
    from: `${relatives}${years}头`,
    fits: opensMonths,
    regex: new RegExp(
      `(?:(?:(?<year>(?:19|20)\\d{2})年|${relativeYear})(?:头|前)|头)(?<month>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个月`,
      'uy',
    ),
  },
  {
    rule: 'year-month-day',
    from: years,
    led: true,
    fits: isYear,
    regex: pattern(`${year}${month}${fromDay}${day}`),
  },
  { rule: 'year-month', from: years, led: true, fits: isYear, regex: pattern(`${year}${month}${part}?`) },
  { rule: 'year-part', from: years, led: true, fits: isYear, regex: pattern(`${year}(?:的)?${part}`) },
  { rule: 'year', from: years, led: true, fits: isYear, regex: pattern(year) },
  {
    rule: 'relative-month-day',
    from: relatives,
    led: true,
    fits: isRelative,
    regex: pattern(`${relativeYear}${month}${fromDay}${day}`),
  },
  {
    rule: 'relative-month',
    from: relatives,
    led: true,
    fits: isRelative,
    regex: pattern(`${relativeYear}${month}${part}?`),
  },
  {
    rule: 'relative-part',
    from: relatives,
    led: true,
    fits: isRelative,
    regex: pattern(`${relativeYear}(?:的)?${part}`),
  },
  { rule: 'relative-year', from: relatives, led: true, fits: isRelative, regex: pattern(relativeYear) },
  {
    rule: 'five-year',
    from: '“"十',
    led: true,
    regex: pattern(
      '[“"]?(?<plan>十[一二三四五六]五)[”"]?(?<part>期末|末|收官之年|(?:的?开局|起步)之?年|期间|时期)?',
    ),
  },
  { rule: 'month-day', from: months, led: true, fits: isMonth, regex: pattern(`${month}${fromDay}${day}`) },
  { rule: 'month-part', from: months, led: true, fits: isMonth, regex: pattern(`${month}${part}`) },
  { rule: 'month', from: months, led: true, fits: isMonth, regex: pattern(month) },
  {
    rule: 'part',
    from: parts,
    led: true,
    fits: isPart,
    // 力争年前竣工: before the year is out; 三年前 is none.
    regex: pattern(
      '(?<part>上半年|下半年|年底|年末|岁末|(?<=[，。；、：]|力争|确保|争取|计划|预计|务必|[于在可将拟到])年前(?!后)|第?[一二三四]季度)(?:末|底)?',
    ),
  },
  {
    rule: 'length',
    from: '用利力计再未今在0123456789一二两三四五六七八九十百半',
    fits: isLength,
    regex:
      /(?:用|利用|力争用|计划用|再用|未来|今后|在)?(?<count>\d{1,3}|[一二两三四五六七八九十百]{1,6}|半)(?:(?:至|到|[-—~])(?:\d{1,2}|[一二三四五六七八九十]))?(?:年|个月|个季度|天|日|周)(?:左右)?(?:的)?(?:以内|之内|内|时间)/uy,
  },
  {
    // 两年以后达到95%以上: counted from the document's year.
    rule: 'years-on',
    from: '0123456789一二两三四五六七八九十',
    fits: isLength,
    regex:
      /(?<![\u4e00-\u9fff\d])(?<count>\d{1,2}|[一二两三四五六七八九十])年(?:以后|之后|后)(?=[，]?(?:力争|争取|将|可|要)?(?:达到|实现|建成|提高到|降到|降至|全部))/uy,
  },
  // 本届政府任期内: a day that the words do not give.
  { rule: 'term', from: '本任', regex: /本届(?:[党委政府市省县区人大常会]{0,8})(?:任期)?内|任期内/uy },
  {
    rule: 'every',
    from: '每',
    regex:
      /每(?:半|个)?(?:年度?|季度?|月|周|学期|学年|旬|日|天)(?:(?:的?(?:最后一个月|末月|首月|第[一二三]个?月))?的?(?:\d{1,2}月)?\d{1,2}[日号](?:以前|之前|前)?)?/uy,
  },
];

const none: readonly Form[] = [];

const leadCharacters = '截到至于在力自从以用利每';
const leads = table(leadCharacters);
const characters = [...new Set(forms.map(({ from }) => from).join(''))];
/** The forms that may begin with a character, in their order. */
const formsFrom = new Map(
  characters.map((c) => [c.charCodeAt(0), forms.filter(({ from }) => from.includes(c))] as const),
);
/** The same for a lead's first character, by what stands behind the lead. No form begins itself with what may lead it. */
const formsBehind = new Map(
  [...leadCharacters].map((lead) => {
    const byNext = characters.map((c) => {
      const both = forms.filter(({ from, led }) => from.includes(lead) || (led && from.includes(c)));
      return [c.charCodeAt(0), both] as const;
    });
    return [lead.charCodeAt(0), new Map(byNext)] as const;
  }),
);

/** How long the lead is that begins at a place with one of their characters: 到, 截至, 截止到, 力争到. */
function leadLength(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '截') return text.startsWith('止到', at + 1) ? 3 : 2;
  return first === '力' ? 3 : first === '利' ? 2 : 1;
}

/** 1 a digit, 2 a Chinese numeral, 4 what may follow a figure that is a date's. */
const figure = new Uint8Array(65_536);
for (const c of '0123456789') figure[c.charCodeAt(0)] = 1;
for (const c of '〇零○一二两三四五六七八九十百半') figure[c.charCodeAt(0)] = 2;
for (const c of '年月日号个天周季至到-—–~./ \t\n\r\f\v\u00a0\u3000\u2028\u2029\ufeff')
  figure[c.charCodeAt(0)] = 4;

/** No date's figure is longer: beyond it a run is not looked through again from each of its places. */
const longestFigure = 8;

/** Whether a figure that begins at a place is one that counts no years, months or days: 92%, 3所. Most are, and are passed over. */
function countsOtherwise(text: string, at: number): boolean {
  const kind = figure[text.charCodeAt(at)];
  if (kind !== 1 && kind !== 2) return false;
  let end = at + 1;
  const far = at + longestFigure;
  while (end < far && figure[text.charCodeAt(end)] === kind) end++;
  if (figure[text.charCodeAt(end)] === 4) return false;
  // 一次, 十四五, 二上: words that begin like a numeral.
  return kind === 1 || !wordsOfNumerals.test(text.slice(at, at + 3));
}
const wordsOfNumerals = /^(?:十.五|五一|一年|二[0OoＯ])/u;

/** What a date may begin with, and what may follow a lead-in (到, 在): tables by code, since most characters are neither. */
const begins = new Uint8Array(65_536);
const follows = new Uint8Array(65_536);
for (const c of '0123456789〇零一二三四五六七八九十两半百今本任当国五劳元汛雨主入夏秋春暑寒供采冬清端中重头去上明次后前年全第未再下岁过“"每计力')
  begins[c.charCodeAt(0)] = follows[c.charCodeAt(0)] = 1;
for (const c of '截到至于在自从以用利力') begins[c.charCodeAt(0)] = 2;
for (const c of '止至到用争划来后') follows[c.charCodeAt(0)] = 1;

/** Where the words of a date begin that begins at a place: behind its lead, if it has one. */
export function behindLead(text: string, at: number): number {
  return leads[text.charCodeAt(at)] === 1 ? at + leadLength(text, at) : at;
}

/** The forms that may begin at a place, in their order: none for most places. */
export function formsAt(text: string, at: number): readonly Form[] {
  const code = text.charCodeAt(at);
  const kind = begins[code];
  if (!kind || (kind === 2 && !follows[text.charCodeAt(at + 1)]) || countsOtherwise(text, at)) return none;
  const own = formsFrom.get(code) ?? none;
  return leads[code] === 1
    ? (formsBehind.get(code)?.get(text.charCodeAt(at + leadLength(text, at))) ?? own)
    : own;
}
