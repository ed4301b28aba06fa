const chineseDigits = '一二三四五六七八九';

/** A number up to 99 in Chinese, or digits with what follows them, as digits without leading zeros; anything else as it is. */
export function toDigits(number: string): string {
  if (/^\d/.test(number)) return number.replace(/\D.*$/, '').replace(/^0+(?=\d)/, '');
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(number);
  if (tens)
    return String(
      (tens[1] ? chineseDigits.indexOf(tens[1]) + 1 : 1) * 10 +
        (tens[2] ? chineseDigits.indexOf(tens[2]) + 1 : 0),
    );
  const digit = number.length === 1 ? chineseDigits.indexOf(number) : -1;
  return digit >= 0 ? String(digit + 1) : number;
}

const session =
  /第?[一二三四五六七八九十]{1,3}届(?:[人民代表大会政协委员全体]{0,12})第?[一二三四五六七八九十]{1,3}次会议/;

/** 届次 as it is written: 十五届人大三次会议. */
export const findSession = (text: string): string | null => session.exec(text)?.[0] ?? null;

const numeral = '([一二三四五六七八九十]{1,3}|\\d{1,2})';
const sessionParts = new RegExp(`${numeral}届[^届次]{0,16}?第?${numeral}次`);

/** The same for every way of writing one session (十五届三次, 第十五届人民代表大会第3次会议): `15:3`. null where no session is told. */
export function sessionKey(text: string): string | null {
  const parts = sessionParts.exec(text.replace(/\s/g, ''));
  return parts?.[1] && parts[2] ? `${toDigits(parts[1])}:${toDigits(parts[2])}` : null;
}
