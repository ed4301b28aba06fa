/** Units that convert into one another: what they measure, and how many of its base unit they are. */
const convertible: Readonly<Record<string, string>> = {
  length:
    '公里=1000 千米=1000 km=1000 里=500 米=1 m=1 延米=1 厘米=0.01 cm=0.01 毫米=0.001 mm=0.001 海里=1852',
  area: '平方公里=1000000 平方千米=1000000 公顷=10000 hm=10000 ha=10000 顷=66666.6667 亩=666.6667 亩次=666.6667 平方米=1 ㎡=1 平方=1',
  volume: '立方米=1 立方=1 方=1 升=0.001 毫升=0.000001',
  mass: '吨=1000 公斤=1 千克=1 kg=1 斤=0.5 克=0.001 g=0.001 毫克=0.000001 mg=0.000001 微克=0.000000001',
  coal: '吨标准煤=1 吨标煤=1',
  yuan: '元=1 角=0.1 块钱=1',
  dollar: '美元=1',
  euro: '欧元=1',
  hongkongDollar: '港元=1',
  yen: '日元=1',
  ratio: '%=1 ‰=0.1 成=10',
  points: '个百分点=1 百分点=1 个点=1',
  times: '倍=1',
  energy: '千瓦时=1 kWh=1 度=1 度电=1 兆瓦时=1000 MWh=1000 吉瓦时=1000000',
  power: '千瓦=1 kW=1 瓦=0.001 兆瓦=1000 MW=1000 吉瓦=1000000 GW=1000000',
  duration: '分钟=1 小时=60 个小时=60 秒=0.0166667 秒钟=0.0166667 天=1440 日=1440',
  months: '个月=1 月=1 年=12',
  workdays: '工作日=1 个工作日=1',
  persons: '人=1 名=1 位=1 人份=1',
  visits: '人次=1',
  households: '户=1 户次=1',
  storage: 'TB=1 PB=1024 GB=0.0009765625',
  compute: 'PFLOPS=1 P=1 EFLOPS=1000',
};

export interface UnitKind {
  readonly dimension: string;
  readonly factor: number;
}

export const unitKinds: ReadonlyMap<string, UnitKind> = new Map(
  Object.entries(convertible).flatMap(([dimension, entries]) =>
    entries.split(' ').map((entry): [string, UnitKind] => {
      const [unit = '', factor = '1'] = entry.split('=');
      return [unit, { dimension, factor: Number(factor) }];
    }),
  ),
);

/** Measure words that count the same sort of thing: 3家 and 3个 of one institution. 个 stands for any of them. */
const classifierLines = [
  '家 所 处 座 个 间 栋 幢 点 点位 站 孔 院 园',
  '台 套 辆 部 列 架 艘 组 台（套） 辆次',
  '项 件 条 宗 起 例 种 类 款 份 部 篇 个',
  '批次 批',
  '场 场次 次 期 轮 轮次 班次',
  '户 家 个',
  '张 床',
  '株 棵 亩次',
  '面 处 个',
  '支 个 队',
];
export const classifierGroups: readonly (readonly string[])[] = classifierLines.map((line) =>
  line.split(' '),
);
/** Measure words that stand for any thing that is counted. */
export const generalClassifiers: ReadonlySet<string> = new Set(['个', '项', '']);
