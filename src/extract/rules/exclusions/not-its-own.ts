import type { Outline } from '../../../text/outline/block.js';
import type { SentenceView } from '../../draft.js';
import { before, clauseOf, type Exclusion } from './exclusion.js';

/** Places that are held up as examples: provinces and the large cities. */
const places =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|香港|澳门|台湾|深圳|广州|杭州|苏州|南京|成都|武汉|西安|青岛|宁波|厦门|长沙|郑州|合肥|无锡|佛山|东莞|美国|日本|德国|英国|法国|韩国|新加坡|欧盟|欧洲';
const opensWithPlace = new RegExp(
  `^(?:如|像|其中|目前|近年来)?，?(${places})(?:省|市|等|自治区|已|就|早|于|在|从|出台|建成|实施|投入|[\\u4e00-\\u9fff]{1,3}[市县区州])`,
  'u',
);
const countrywide =
  /^(?:[^，]{0,10}，)?(?:目前|截至[^，]{0,10})?，?(?:全国|我国|全球|世界|国内)(?!性|人大|政协|文明|卫生|重点|示范|百强|首|第|先进|试点|统一|最|领先)/u;

/** What a document says of itself: its title, who it is from, the lines before its body. */
function ownWords({ blocks, clean, meta }: Outline): string {
  const body = blocks.findIndex(({ kind }) => kind === 'body' || kind === 'heading');
  const front = clean.text.slice(0, Math.min(opening, blocks[body]?.start ?? opening));
  return `${meta.title ?? ''}${meta.issuer ?? ''}${front}`;
}
const opening = 300;

/** A ministry's figures are the country's. */
const isLocal = (words: string): boolean =>
  /[省市县区州旗镇乡]/u.test(words) &&
  !/全国(?:人大|政协|人民代表)|[届次]全国|国务院|国家[\u4e00-\u9fff]{2,8}(?:总局|委员会)/u.test(words);

const clauseHead = (t: string, v: SentenceView, start: number): string => t.slice(v.start, start);

/** Figures of others, of nature, of laws, prices and needs: none that the document could be held to. */
export const foreignExclusions: readonly Exclusion[] = [
  {
    // 浙江省宁波市已建成智慧停车平台，接入泊位20万个: theirs, as a sentence's subject.
    rule: 'example-of-others',
    holds: (t, q, v, { outline }) => {
      if (outline.meta.kind !== 'reply') return false;
      const place = opensWithPlace.exec(clauseHead(t, v, q.start))?.[1];
      if (place === undefined) return false;
      const own = ownWords(outline);
      return !own.includes(place);
    },
  },
  {
    // 2022年，全国快递业务量完成1105亿件 in a city's reply: the country's.
    rule: 'example-of-others',
    holds: (t, q, v, { outline }) =>
      outline.meta.kind === 'reply' &&
      countrywide.test(clauseHead(t, v, q.start)) &&
      !/我[省市县区州局]|全[省市县区州]/u.test(clauseHead(t, v, q.start)) &&
      isLocal(ownWords(outline)),
  },
  {
    // 全省平均水平为85%: what one's own is held against.
    rule: 'baseline',
    holds: (t, q, v) =>
      /全[国省市州](?:的)?平均(?:水平|值|数)?(?:仅|约)?(?:为|是|达)$/u.test(before(t, q, v, 16)),
  },
  {
    // 年平均气温16.5℃, 海拔1800米: nature's.
    rule: 'natural-fact',
    holds: (t, q, v) =>
      // 占国土面积的14.6%: a share.
      q.unit !== '%' &&
      /(?:北纬|东经|海拔|气温|降[雨水](?:量|天数)|蒸发量|无霜期|日照(?:时数)?|国土(?:总)?面积|幅员(?:面积)?|版图|径流量)[^，；\d]{0,6}$/u.test(
        before(t, q, v, 16),
      ),
  },
  {
    // 处50元以上200元以下罚款: the law's.
    rule: 'law-quoted',
    holds: (t, q, v) => {
      if (!/元$/u.test(q.unit)) return false;
      const clause = clauseOf(q, v);
      const words = t.slice(clause?.start ?? v.start, clause?.end ?? v.end);
      return /处(?![罚理置分])(?:以|予)?[^，]{0,12}\d[^，]*罚款/u.test(words);
    },
  },
  {
    // 按照国家有关标准，每千名学生应配备1名: what a rule asks, told in a reply.
    rule: 'law-quoted',
    holds: (t, q, v, { outline }) =>
      outline.meta.kind === 'reply' &&
      /^(?:按照?|根据|依据|依照|参照|对照)[^，。]{0,24}(?:《[^》]*(?:条例|法|办法|规定|规范|标准|规程|导则|准则|细则)》|(?:国家|有关|相关|现行|行业|技术)[^，]{0,10}(?:标准|规范|规定))[^，]{0,16}，[^。]{0,30}(?:应|不得|不宜|不应|须|不少于|不大于|不小于|不低于|不高于|不超过)[^，。]{0,16}$/u.test(
        t.slice(v.start, q.numberStart),
      ) &&
      !/我[省市县区州局]|全[省市县区州]|共|已/u.test(t.slice(v.start, q.start)),
  },
  {
    // 公交票价为2元, 起付线500元, 车辆限速60公里/小时: what it costs, what is allowed.
    rule: 'price-or-limit',
    holds: (t, q, v, { outline }) =>
      (outline.meta.kind === 'reply' &&
        q.comparator === null &&
        /[元角分折](?:\/|$)/u.test(q.unit) &&
        /(?:票价|水价|电价|气价|油价|房价|单价|售价|零售价|市场价|门票|起付线|起付标准|封顶线|押金|(?:垃圾处理|物业|停车|卫生|清洁|污水处理|燃气|取暖|水|电)费)[^，；\d]{0,10}$/u.test(
          before(t, q, v, 18),
        ) &&
        !/收入|减免|投入|支出|补贴|补助/u.test(before(t, q, v, 18))) ||
      /限(?:速|高|重|载|宽)(?:为|在)?$/u.test(before(t, q, v, 6)),
  },
  {
    // 该项目需资金约800万元，尚无来源: what would be needed.
    rule: 'estimate',
    holds: (t, q, v, { outline }) =>
      /元$/u.test(q.unit) &&
      (/(?:资金|经费|投资)?缺口(?:[^，；\d]{0,4})$/u.test(before(t, q, v)) ||
        (/(?:^|[^必急亟])(?:需|约需|共需|还需|尚需|需要)(?:投入|投资|筹集|筹措|建设|配套|改造)?(?:资金|经费|费用|投资)?(?:约|近|达)?$/u.test(
          before(t, q, v),
        ) &&
          // 三年共需投入2.86亿元 in a plan: what it sets out to spend.
          !(outline.meta.kind === 'action_plan' && /共需/u.test(before(t, q, v))) &&
          !/计划|预计|将|拟/u.test(t.slice(v.start, q.start)))),
  },
  {
    // 申请条件为：…家庭人均住房面积低于15平方米: who may.
    rule: 'condition',
    holds: (t, q, v) =>
      /^(?:[^，：]{0,10})(?:申请|申报|准入|享受|认定|报名|入住|评选|参评|补贴|补助|救助|保障)(?:的)?(?:条件|对象|范围|人群)(?:为|是|包括)?[：，]?[^。]*$/u.test(
        t.slice(v.start, q.start),
      ) &&
      (q.comparator !== null || /满$/u.test(before(t, q, v, 2))),
  },
  {
    // 3次以上缺席的取消资格, 满3年的不予受理: which ones.
    rule: 'condition',
    holds: (t, q, v) =>
      q.comparator !== null &&
      /^[\u4e00-\u9fff]{0,10}的，?(?:取消|不予|不得|视为|视同|一律|予以|责令|约谈|通报|给予(?:警告|处分|通报))/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 24)),
      ),
  },
  {
    // 考核得分90分以上为优秀: how it is marked.
    rule: 'score-or-weight',
    holds: (t, q, v) =>
      q.unit === '分' &&
      /^(?:（含）|以[上下]|及以[上下])*(?:的)?(?:，)?(?:为|是|评为|确定为|定为)?(?:优秀|良好|合格|不合格|达标|较好|一般|较差|优|良)/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 14)),
      ),
  },
  {
    // 排名后3位: which ones.
    rule: 'ordinal',
    holds: (t, q, v) =>
      /^[位名]$/u.test(q.unit) &&
      /(?:排名|排在|位列|得分|考核)[^，]{0,6}(?:前|后|末|倒数)$/u.test(before(t, q, v)),
  },
  {
    // 连接3个乡镇、12个行政村: where it goes.
    rule: 'places-measured',
    holds: (t, q, v) =>
      /^个$/u.test(q.unit) &&
      /^(?:乡镇|行政村|自然村|村|镇|县|社区|街道|居民小组|村民小组|地市|省份)/u.test(
        t.slice(q.end, q.end + 4),
      ) &&
      /(?:连接|途经|途径|穿越|贯穿|串联|流经|跨越|沿线|横跨|经过|毗邻|紧邻)[^，；]{0,14}$/u.test(
        t.slice(Math.max(v.start, q.start - 20), q.start),
      ),
  },
  {
    // 组织3名技术人员到现场查看, 邀请5位代表座谈, 由我局主办12件: how the answer was come by.
    rule: 'about-the-proposal',
    holds: (t, q, v, { outline }) =>
      outline.meta.kind === 'reply' &&
      ((/^[名位人]$/u.test(q.unit) &&
        (/^(?:工作|技术|专业|业务)?(?:人员|干部|同志|骨干|工程师|专家)?(?:到|赴|前往|深入|进行)[^，]{0,12}(?:现场|实地|查看|踏勘|勘察|调研|走访|核实)/u.test(
          t.slice(q.end, Math.min(v.end, q.end + 24)),
        ) ||
          /^[^，]{0,6}(?:代表|委员)/u.test(t.slice(q.end, Math.min(v.end, q.end + 10))))) ||
        (q.unit === '件' &&
          /(?:提案|议案|人大[^，]{0,4}建议|代表建议)/u.test(t.slice(v.start, Math.min(v.end, q.end + 10)))) ||
        /^本(?:建议|提案|议案|件)[^，]{0,6}涉及/u.test(t.slice(v.start, v.start + 12))),
  },
];
