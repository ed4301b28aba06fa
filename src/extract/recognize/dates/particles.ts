/** What a particle after a day or period makes of it. */
export type Tail = 'before' | 'until' | 'since' | 'after' | 'within';

const included = '(?:[(（]含[^)）]{0,4}[)）])?';
const tails: readonly (readonly [Tail, RegExp])[] = [
  [
    'before',
    new RegExp(
      `${included}(?:(?:或者?|及|和)?(?:以前|之前)|前(?![期列后景沿端往来述提线面台夕置身所三两一二四五六七八九十\\d]))`,
      'y',
    ),
  ],
  ['until', new RegExp(`${included}(?:为止|止(?![步于境损血水]))`, 'y')],
  [
    'since',
    new RegExp(
      `${included}(?:以来|起(?![草步点诉来伏源])|开始|[-—–~]{0,2}(?:至今|迄今)|到今(?!年)|[到至](?:目前|现在)(?:为止)?|(?:或者?|及|和)(?:以后|之后)|来(?=[,，。;；、]|$))`,
      'y',
    ),
  ],
  ['after', /(?:以后|之后|后(?![续期备勤台端面者果半来盾年天三两一二四五六七八九十\d]))/y],
  ['within', /(?:期间|时期|以内|之内|内(?![部外容涵蒙地河科])|间(?![隔接断]))/y],
];

/** The particle after a day or period, and where it ends. */
export function tailAt(text: string, at: number): { tail: Tail; end: number } | null {
  for (const [tail, regex] of tails) {
    regex.lastIndex = at;
    if (regex.test(text)) return { tail, end: regex.lastIndex };
  }
  return null;
}

export type Lead = 'from' | 'until' | 'in' | 'earlier' | 'later';

const leads =
  /(?:(?<from>自从|从|自(?!动))|(?<until>截至|截止到?|直到|到|至)|(?<in>在)|(?<earlier>早于|先于)|(?<later>晚于|迟于))$/;
/** 达到, 冬至, 来自: the lead is the end of another word. */
const tailOfWord: Readonly<Record<string, RegExp>> = {
  到: /[达收受得感看找遇做直签报学想说谈提涉]/,
  至: /[以甚乃冬夏直截]/,
  自: /[来各亲独]/,
  从: /[服听依跟盲]/,
  在: /[存现正所实潜内外旨]/,
};

/** The particle that ends right before `at`: 从, 自, 到, 截至, 在. */
export function leadBefore(text: string, at: number): { lead: Lead; start: number } | null {
  const match = leads.exec(text.slice(Math.max(0, at - 3), at));
  if (!match?.groups) return null;
  const word = match[0];
  const start = at - word.length;
  if (word.length === 1 && tailOfWord[word]?.test(text.charAt(start - 1))) return null;
  const lead = (['from', 'until', 'in', 'earlier', 'later'] as const).find((name) => match.groups?.[name]);
  return lead ? { lead, start } : null;
}

const connector = /(?:(?:起|开始)[,，]?)?(?:直?到|直?至(?!今)|[-—–~]{1,2})/y;
const pairing = /[和与及]/y;

/** Between the two ends of a range; `pairs` where the words between hold only with 之间 at the end. */
export function connectorAt(
  text: string,
  at: number,
): { end: number; pairs: boolean; tailed: boolean } | null {
  connector.lastIndex = at;
  if (connector.test(text))
    return { end: connector.lastIndex, pairs: false, tailed: /[起开]/.test(text.charAt(at)) };
  pairing.lastIndex = at;
  return pairing.test(text) ? { end: pairing.lastIndex, pairs: true, tailed: false } : null;
}
