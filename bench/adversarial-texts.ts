/** A text of about so many characters. Seeds are fixed, so that two runs measure the same. */
type Make = (characters: number) => string;

const filled =
  (part: string): Make =>
  (characters) =>
    part.repeat(Math.ceil(characters / part.length));

/** Inside a section and after a promise: a text alone could pass for a title, and never be looked into. */
const inBody =
  (make: Make): Make =>
  (characters) =>
    `关于青石市第21号建议的答复\n\n一、主要任务\n　　2025年底前，新建公园12座。${make(characters)}\n二、其他\n`;

/** Nonsense as a failed recognition gives it: rare characters, digits and marks with no order. */
const nonsense: Make = (characters) => {
  const marks = '的一是乂丨丶丿乛〇囗冂冖氵彳，。、：；（）《》“”%％.·-—年月日个所万亿0123456789０１２ \n';
  let state = 20_250_101;
  let text = '';
  while (text.length < characters) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text +=
      state % 5 === 0
        ? String.fromCharCode(0x4e00 + ((state >>> 8) % 0x51a5))
        : marks.charAt((state >>> 8) % marks.length);
  }
  return text;
};

/** What makes careless rules slow, or makes them invent: each by its name. */
export const adversarial: Readonly<Record<string, Make>> = Object.fromEntries(
  Object.entries({
    'one numeral': filled('一'),
    'list marks': filled('、'),
    commas: filled('，'),
    'open brackets': filled('（'),
    'closed brackets': filled('）'),
    'bracket pairs': filled('（）'),
    'title marks': filled('《'),
    'quotation marks': filled('“”'),
    digits: filled('7'),
    'digits with points': filled('1.'),
    'digits with separators': filled('1,000'),
    'mixed numerals': filled('1一'),
    'percent signs': filled('%'),
    controls: filled('\u0000\u0007\u001b'),
    'lone surrogates': filled('\ud83d'),
    'reversed surrogates': filled('\udc00\ud800'),
    'right-to-left marks': filled('\u202e\u200f'),
    'combining marks': filled('\u0301'),
    English: filled('The quick brown fox built 3 new schools by 2025, 92% or more. '),
    'lines of a table run together': filled('序号 任务 3 责任单位 市教育局 完成时限 2025年底 '),
    'tabs and digits': filled('3\t'),
    years: filled('2025年'),
    'year ranges': filled('2023—2025年'),
    'verbs of change': filled('由提高到'),
    'every and each': filled('每千人口每个'),
    'office names': filled('市教育局、'),
    'tags without an end': filled('（责任单位：'),
    'promises in one sentence': filled('力争新建3所，'),
    'promises without marks': filled('新建3所'),
    'sentences of effort': filled('我们将进一步加强队伍建设。'),
    'headings alone': filled('（一）加强\n'),
    nonsense,
  } satisfies Record<string, Make>).map(([name, make]) => [name, inBody(make)]),
);
