/** name, base unit, factor to the base, then the ways of writing it. Factors: SI brochure; 市制 (1959); international foot and pound. */
const table = `
km m 1000 公里 千米 km KM Km
m m 1 米 公尺 m
dm m 0.1 分米 dm
cm m 0.01 厘米 公分 cm CM ㎝
mm m 0.001 毫米 公厘 mm ㎜
um m 0.000001 微米 μm um
nm m 0.000000001 纳米 nm
nmi m 1852 海里
mi m 1609.344 英里
ft m 0.3048 英尺 呎 ft
in m 0.0254 英寸 英吋 吋
yd m 0.9144 码
li m 500 华里 市里
zhang m 3.3333333333333335 丈
chi m 0.3333333333333333 尺 市尺
cun m 0.03333333333333333 寸 市寸
km2 m2 1000000 平方公里 平方千米 km² km2 ㎢
m2 m2 1 平方米 平米 平方 ㎡ m² m2 平方公尺
dm2 m2 0.01 平方分米
cm2 m2 0.0001 平方厘米 cm² cm2
mm2 m2 0.000001 平方毫米
ha m2 10000 公顷 ha hm² hm2
mu m2 666.6666666666666 亩 市亩
qing m2 66666.66666666667 顷
ft2 m2 0.09290304 平方英尺
mi2 m2 2589988.110336 平方英里
in2 m2 0.00064516 平方英寸
acre m2 4046.8564224 英亩
m3 L 1000 立方米 立方 m³ m3 方
dm3 L 1 立方分米
cm3 L 0.001 立方厘米 cm³ cm3
ft3 L 28.316846592 立方英尺
L L 1 升 公升 L l
mL L 0.001 毫升 mL ml ML cc CC
dL L 0.1 分升
gal L 3.785411784 加仑
pt L 0.473176473 品脱
qt L 0.946352946 夸脱
t g 1000000 吨 公吨 t
kg g 1000 千克 公斤 kg KG Kg
g g 1 克 公克 g
mg g 0.001 毫克 mg
ug g 0.000001 微克 μg ug
jin g 500 斤 市斤
liang g 50 两 市两
dan g 50000 担
lb g 453.59237 磅
oz g 28.349523125 盎司
ct g 0.2 克拉
Cel Cel 1 摄氏度 摄氏° ℃ °C 度C °c
degF degF 1 华氏度 华氏° ℉ °F
K K 1 开尔文
deg deg 1 度 °
km/h m/s 0.2777777777777778 公里每小时 千米每小时 公里/小时 千米/小时 公里/时 千米/时 km/h
m/s m/s 1 米每秒 米/秒 m/s
mph m/s 0.44704 英里每小时 英里/小时 mph
byte byte 1 字节
kB byte 1000 千字节 KB kB
MB byte 1000000 兆字节 MB
GB byte 1000000000 吉字节 千兆字节 GB
TB byte 1000000000000 太字节 TB
PB byte 1000000000000000 拍字节 PB
bit bit 1 比特
kbit bit 1000 千比特
Mbit bit 1000000 兆比特
kbit/s bit/s 1000 Kbps kbps
Mbit/s bit/s 1000000 Mbps 兆比特每秒
Gbit/s bit/s 1000000000 Gbps
Tbit/s bit/s 1000000000000 Tbps
W W 1 瓦 瓦特 W
kW W 1000 千瓦 kW KW
MW W 1000000 兆瓦 MW
GW W 1000000000 吉瓦 GW
hp W 735.49875 马力
kWh kWh 1 千瓦时 度电 kWh
MWh kWh 1000 兆瓦时 MWh
GWh kWh 1000000 吉瓦时 GWh
cal kcal 0.001 卡路里
kcal kcal 1 千卡 大卡 kcal
J J 1 焦耳
kJ J 1000 千焦 千焦耳 kJ
MJ J 1000000 兆焦 MJ
Hz Hz 1 赫兹 赫 Hz
kHz Hz 1000 千赫兹 千赫 kHz
MHz Hz 1000000 兆赫兹 兆赫 MHz
GHz Hz 1000000000 吉赫兹 吉赫 GHz
Pa Pa 1 帕斯卡 帕 Pa
hPa Pa 100 百帕 hPa
kPa Pa 1000 千帕 kPa
MPa Pa 1000000 兆帕 MPa
mmHg mmHg 1 毫米汞柱 mmHg
V V 1 伏特 伏 V
kV V 1000 千伏 kV KV
A A 1 安培
mA A 0.001 毫安 mA
mAh mAh 1 毫安时 mAh
kVA VA 1000 千伏安 kVA
dB dB 1 分贝 dB
age_year age_year 1 周岁 岁 岁大
age_month age_month 1 个月大
age_week age_week 1 周大 个星期大
age_day age_day 1 天大
`;

export interface DimensionUnit {
  readonly name: string;
  readonly base: string;
  readonly factor: number;
}

/** Units of length, area, volume, mass, temperature, speed, data, power, pressure and age, by their written forms. */
export const dimensionUnits: ReadonlyMap<string, DimensionUnit> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', base = '', factor = '1', ...forms] = line.split(' ');
      return forms.map((form) => [form, { name, base, factor: Number(factor) }] as const);
    }),
);
