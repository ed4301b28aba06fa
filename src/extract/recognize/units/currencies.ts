/** ISO 4217 code, then the words that follow an amount. */
const table = `
CNY 元 块钱 圆 人民币 元人民币 RMB CNY
USD 美元 美圆 美金 元美金 USD
EUR 欧元 EUR
GBP 英镑 GBP
JPY 日元 日圆 JPY
KRW 韩元 韩圆 韩币
HKD 港元 港币 港圆 元港币 HKD
MOP 澳门元 澳门币
TWD 新台币 台币 元新台币
AUD 澳元 澳大利亚元 澳币
CAD 加元 加拿大元 加币
NZD 新西兰元 纽元
SGD 新加坡元 新加坡币 新币
CHF 瑞士法郎 瑞郎
RUB 卢布 俄罗斯卢布
INR 卢比 印度卢比 印度卢布
PKR 巴基斯坦卢比
THB 泰铢
VND 越南盾
IDR 印尼盾 印尼卢比
MYR 林吉特 马来西亚林吉特 令吉
PHP 菲律宾比索
MXN 墨西哥比索
SEK 瑞典克朗
NOK 挪威克朗
DKK 丹麦克朗
BRL 雷亚尔 巴西雷亚尔
ZAR 兰特 南非兰特
TRY 里拉 土耳其里拉
AED 迪拉姆
SAR 沙特里亚尔
KZT 坚戈
MNT 图格里克
UAH 格里夫纳
PLN 兹罗提
EGP 埃及镑
`;

/** Written forms after an amount, by ISO 4217 code. */
export const currencyWords: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, code] as const);
    }),
);

/** Parts of a unit of money, in hundredths: 美分, 便士, 角, 分. */
export const subunits: ReadonlyMap<string, { readonly code: string; readonly hundredths: number }> = new Map([
  ['角', { code: 'CNY', hundredths: 10 }],
  ['毛', { code: 'CNY', hundredths: 10 }],
  ['分', { code: 'CNY', hundredths: 1 }],
  ['厘', { code: 'CNY', hundredths: 0.1 }],
  ['美分', { code: 'USD', hundredths: 1 }],
  ['欧分', { code: 'EUR', hundredths: 1 }],
  ['便士', { code: 'GBP', hundredths: 1 }],
  ['港仙', { code: 'HKD', hundredths: 1 }],
]);

/** Signs and words before an amount. */
export const currencyPrefixes: readonly (readonly [string, string])[] = [
  ['人民币¥', 'CNY'],
  ['人民币', 'CNY'],
  ['RMB¥', 'CNY'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['¥', 'CNY'],
  ['新台币', 'TWD'],
  ['NT$', 'TWD'],
  ['港币', 'HKD'],
  ['HK$', 'HKD'],
  ['美金', 'USD'],
  ['US$', 'USD'],
  ['USD', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['$', 'USD'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['港元', 'HKD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
];
