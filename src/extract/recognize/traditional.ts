/** Traditional characters in numbers, units and dates, each before its simplified form; and variants of signs. */
const pairs = `
萬万億亿兩两負负點点個个幾几餘余來来貳贰叄叁參叁陸陆圓圆塊块錢钱週周號号時时鐘钟間间後后內内從从達达過过與与歲岁禮礼約约噸吨畝亩頃顷
釐厘攝摄華华裏里裡里節节國国慶庆勞劳動动軍军樹树師师婦妇兒儿當当這这農农較较於于開开學学屆届項项條条隻只張张處处輛辆臺台層层戶户種种類类級级電电滿满歐欧鎊镑韓韩盧卢
銖铢幣币紐纽雙双對对規规劃划際际侖仑葉叶將将終终歷历舊旧農农曆历陰阴陽阳幹干
`.replace(/\s/g, '');

const signs = '＝=＜<＞>≧≥≦≤＄$￡£￥¥˚°º°ー-―—─—﹣-﹢+﹤<﹥>﹦=﹩$﹪%：:';

const table = new Map<string, string>();
for (const list of [pairs, signs])
  for (let i = 0; i + 1 < list.length; i += 2) table.set(list.charAt(i), list.charAt(i + 1));

/** The simplified or plain form of a character that numbers, units and dates are written with. */
export function simplified(c: string): string {
  return table.get(c) ?? c;
}
