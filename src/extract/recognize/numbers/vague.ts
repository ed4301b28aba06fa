/** An order of magnitude: 几十, 数百万, 上千, 近百. */
export interface Vague {
  readonly end: number;
  readonly lo: number;
  readonly hi: number | null;
  readonly mod: '>=' | '~';
}

const magnitude = /(近|上|数|几|好几|成)(十|百|千|万|百万|千万|亿)(余|多)?([万亿]{0,2})/y;
/** 百余, 千余, 万余. */
const headless = /(?:[百千]万|[百千万])余/y;
const sizes: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
/** 建成百家, 附近千米, 参数万能, 早上十点: the first character belongs to the word before. */
const tailOfWord: Readonly<Record<string, RegExp>> = {
  近: /[附最邻接临远赶靠]$/,
  上: /[以早晚网线路身地海之]$/,
  数: /[系参函指人户次总倍多少大半个]$/,
  成: /[完建达形变组构生合]$/,
};

/** The vague number that begins at `at`, or null. */
export function vagueAt(text: string, at: number): Vague | null {
  headless.lastIndex = at;
  const more = headless.exec(text);
  if (more) {
    if (/[一二两三四五六七八九十百千万几数近上\d]/.test(text.charAt(at - 1))) return null;
    const size = [...more[0].slice(0, -1)].reduce((n, c) => n * (sizes[c] ?? 1), 1);
    return { end: headless.lastIndex, lo: size, hi: null, mod: '>=' };
  }
  magnitude.lastIndex = at;
  const match = magnitude.exec(text);
  if (!match) return null;
  const [whole, head = '', size = '', , scales = ''] = match;
  if (
    tailOfWord[head]?.test(text.charAt(at - 1)) ||
    /[一二三四五六七八九十分]/.test(text.charAt(at + whole.length))
  )
    return null;
  let lo = sizes[size] ?? 1;
  for (const scale of scales) lo *= sizes[scale] ?? 1;
  const end = at + whole.length;
  if (head === '近') return { end, lo, hi: null, mod: '~' };
  return { end, lo, hi: head === '上' || head === '成' ? null : lo * 10, mod: '>=' };
}
