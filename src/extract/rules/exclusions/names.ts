import { boundToWordBefore } from '../../values/quantity.js';
import { isDayOfNews } from './day-of-news.js';
import { after, before, type Exclusion, enclosed } from './exclusion.js';

/** Numbers that belong to a name, a title, a series or no measure at all: “333”工程, 第三届, IPv6, 12345热线. */
export const nameExclusions: readonly Exclusion[] = [
  { rule: 'in-title', holds: (t, q, v) => enclosed(t, v, q, '《', '》') !== null },
  {
    rule: 'in-doc-number',
    holds: (t, q, v) =>
      enclosed(t, v, q, '〔', '〕') !== null ||
      /[〕\]]第?\d*$/.test(before(t, q, v)) ||
      /^号/.test(t.slice(q.numberEnd, q.numberEnd + 1)),
  },
  {
    // “333”工程, “十大行动”: a slogan in marks; a whole quoted clause is none.
    rule: 'in-slogan',
    holds: (t, q, v) => {
      const quoted = enclosed(t, v, q, '“', '”') ?? enclosed(t, v, q, '"', '"');
      return quoted !== null && quoted.length <= 24;
    },
  },
  {
    rule: 'bound-to-word',
    holds: (t, q) =>
      !q.chinese && boundToWordBefore(t, q.numberStart) && !/[>]/.test(t.charAt(q.numberStart - 1)),
  },
  { rule: 'letter-follows', holds: (t, q) => !q.unitKnown && /[A-Za-z+]/.test(t.charAt(q.numberEnd)) },
  {
    rule: 'plus-formula',
    holds: (t, q) =>
      /[+＋]/.test(t.charAt(q.numberStart - 1)) || /^[+＋]/.test(t.slice(q.numberEnd, q.numberEnd + 1)),
  },
  {
    rule: 'ordinal',
    holds: (t, q, v) =>
      /第$/.test(before(t, q, v)) ||
      /^(?:号|年级|届|月龄|号线|级(?!以上)|楼|室(?=[（，。；）]|$)|次会议|次全)/.test(
        t.slice(q.numberEnd, q.numberEnd + 4),
      ),
  },
  {
    rule: 'age',
    // 人均预期寿命达到80岁 measures; other years of age tell whom.
    holds: (t, q, v) =>
      (/^(?:周?岁|月龄)/.test(t.slice(q.numberEnd, q.numberEnd + 3)) || /岁/.test(q.unit)) &&
      !/寿命|平均年龄/.test(before(t, q, v, 16)) &&
      // 人均预期寿命从2020年的81.2岁提高到82.6岁
      !/寿命[^，。；]{0,6}[从由][^，。；]{2,16}(?:到|至|为)$/u.test(before(t, q, v, 32)),
  },
  {
    rule: 'name-of-circle',
    holds: (t, q, v) =>
      /^(?:分钟|小时|公里)/.test(q.unit) &&
      /^[^，。；：]{0,12}?(?:圈|生活圈|服务圈|经济圈|交通圈|范围|响应圈|服务网络?|通勤)/.test(
        after(t, q, v, 16),
      ),
  },
  {
    rule: 'name-of-line',
    holds: (t, q) =>
      /^(?:热线|急救|平台|工程|行动计划|排CT|基地|国道|省道)/.test(t.slice(q.end, q.end + 4)) &&
      q.unit.length <= 1,
  },
  {
    rule: 'name-of-rate',
    holds: (t, q) =>
      /^(?:米|公里|分钟|小时)$/.test(q.unit) &&
      /^(?:内)?(?:[\u4e00-\u9fff]{0,8})?(?:覆盖率|半径|服务圈|可达率)/.test(t.slice(q.end, q.end + 14)),
  },
  {
    // 百强, 特色产业十亿元镇: places on a list.
    rule: 'name-of-list',
    holds: (t, q) =>
      /^(?:强|佳|优)/.test(t.slice(q.numberEnd, q.numberEnd + 1)) ||
      (/[万亿]元$/.test(q.unit) && /^[镇村县乡](?![镇村域配级财政里补])/.test(t.slice(q.end, q.end + 2))),
  },
  {
    // 258路在大学城增设站点: a bus line; 接入视频1200路 counts.
    rule: 'name-of-bus',
    holds: (t, q, v) =>
      q.unit === '路' &&
      (/^(?:公交|车|快线|支线)/.test(t.slice(q.end, q.end + 2)) ||
        /(?:^|[，；、：。]|公交|开通|优化|调整)$/.test(t.slice(Math.max(v.start, q.start - 2), q.start))) &&
      !/视频|监控|信号|摄像/.test(t.slice(v.start, Math.min(v.end, q.end + 8))),
  },
  {
    // 一至三层总面积: which floors.
    rule: 'ordinal',
    holds: (t, q) =>
      /^[层组楼期]$/u.test(q.unit) &&
      q.valueMax !== null &&
      /^[至到\-—~]/u.test(t.slice(q.numberStart + 1, q.numberStart + 2)) &&
      !/(?:建|共|为|是|高)$/u.test(t.slice(Math.max(0, q.start - 1), q.start)),
  },
  {
    // 完成一期路网: which phase.
    rule: 'ordinal',
    holds: (t, q, v) =>
      q.chinese &&
      q.unit === '期' &&
      q.value < 10 &&
      !/(?:举办|开办|培训|组织|办班|开展|出版|编印|刊发|发行|办了?)[^，。；]{0,8}$/u.test(
        t.slice(Math.max(v.start, q.start - 12), q.start),
      ),
  },
  {
    // 22米主路面+6.5米*2: a sum's part.
    rule: 'plus-formula',
    holds: (t, q) => /^[\u4e00-\u9fff]{1,6}[+＋]\d/u.test(t.slice(q.end, q.end + 10)),
  },
  {
    // 新建和改造五眼桥: a bridge's name.
    rule: 'bound-to-word',
    holds: (t, q) => q.chinese && q.unit === '眼' && /^[桥洞寺村]/u.test(t.slice(q.end, q.end + 1)),
  },
  { rule: 'kind-of-game', holds: (t, q) => /^制(?![造作药品剂定订冷糖茶])/u.test(t.slice(q.end, q.end + 2)) },
  { rule: 'ct-rows', holds: (t, q) => q.unit === '排' && /^CT/i.test(t.slice(q.end, q.end + 2)) },
  {
    // 50万吨甲醇制乙醇项目建成投产, 70万千瓦热电项目: a plant's size in its name.
    rule: 'size-in-project-name',
    holds: (t, q, v) =>
      q.comparator === null &&
      // 106座水库加固、22条山洪沟治理和34公里工程: one of the counts.
      !(
        /[、和]$/.test(t.slice(q.start - 1, q.start)) &&
        v.quantities.some((other) => other.end < q.start && q.start - other.end < 16)
      ) &&
      /(?:吨|千瓦|兆瓦|吉瓦|千伏|伏|立方米|标方|平方米|公里)(?:\/.*)?$/.test(q.unit) &&
      /^(?:级|(?:(?![纳列]入)[\u4e00-\u9fff]){2,14}?(?:项目|工程|机组|电站|生产线|基地|通道|线路))(?:[、和]|建成|投产|开工|建设|前期|$|[，。；])/.test(
        t.slice(q.end, Math.min(v.end, q.end + 24)),
      ) &&
      !/(?:新增|新建|改造|建成|完成|治理|修复|整治|铺设|敷设|实施|推进|达到?|超过?|约|共|总|装机|规模|投资)(?:[约近超达]|以上)?$/.test(
        t.slice(Math.max(v.start, q.start - 5), q.start),
      ),
  },
  {
    // （0.5分）, 日常监测（60%）+…, ×100%: a score, a weight, a formula.
    rule: 'score-or-weight',
    holds: (t, q) =>
      /[×＝=]/.test(t.charAt(q.numberStart - 1)) ||
      (t.charAt(q.start - 1) === '（' &&
        t.charAt(q.end) === '）' &&
        (q.unit === '分' ||
          /[+＋=]/.test(t.charAt(q.end + 1)) ||
          (q.unit === '%' && /[+＋]/.test(t.slice(Math.max(0, q.start - 20), q.start))))),
  },
  {
    // 240小时过境免签, 24小时自助: a service's name.
    rule: 'name-of-service-hours',
    holds: (t, q) =>
      /^(?:小时|天|日)$/.test(q.unit) &&
      /^(?:过境|免签|免费|开放|提供|接诊|待命|巡|全天|不间断|值班|值守|自助|全天候|在线|营业|服务|热线|开通|运转|轮班|应急|书房|图书馆|动态|审批|监控|监测|最高|滚动)/.test(
        t.slice(q.end, q.end + 5),
      ) &&
      q.comparator === null,
  },
  {
    // 新建10kV主干线1条, 110千伏变电站: a voltage in a name.
    rule: 'version-or-size',
    holds: (t, q) =>
      /^(?:kV|KV|千伏|V|伏|kW|KW)$/u.test(q.unit) &&
      q.comparator === null &&
      /^(?:及以[上下])?[\u4e00-\u9fff]{0,6}?(?:线路|干线|支线|变电站|输变电|变压器|配电|电网|电缆|架空线|母线|开关|充电桩|充电枪|[直交]流)/u.test(
        t.slice(q.end, q.end + 14),
      ),
  },
  {
    // 2.0版, 20万人口以上县城: a version, a size in a name.
    rule: 'version-or-size',
    holds: (t, q) =>
      /^版/.test(t.slice(q.numberEnd, q.numberEnd + 1)) ||
      t.startsWith('千吨万人', q.numberStart) ||
      (/^[十百千]?[万亿]$/.test(q.unit) && /^级/.test(t.slice(q.end, q.end + 1))) ||
      (/^[名位]$/.test(q.unit) &&
        /^[\u4e00-\u9fff]{0,8}?(?:人大|政协)?(?:代表|委员)(?:联名|提出|领衔|共同)/.test(
          t.slice(q.end, q.end + 16),
        )) ||
      /^口以上/.test(t.slice(q.end, q.end + 3)) ||
      (q.unit === '人' && /^[才民]/.test(t.slice(q.end, q.end + 1))) ||
      (q.unit === '部' && /^门/.test(t.slice(q.end, q.end + 1))),
  },
  {
    // 重点做好以下9项工作: announces a list.
    rule: 'list-announced',
    holds: (t, q, v) => /(?:以下|下列|如下)$/.test(before(t, q, v)),
  },
  {
    rule: 'name-of-livelihood-list',
    holds: (t, q) =>
      /^(?:件|项|个)$/.test(q.unit) &&
      /^(?:民生|惠民|为民|利民|便民)?(?:办)?实事/.test(t.slice(q.end, q.end + 6)),
  },
  { rule: 'chinese-unknown-classifier', holds: (_t, q) => q.chinese && !q.unitKnown },
  {
    // 周期由18个月压缩到10个月以内 is a goal; other lengths tell when.
    rule: 'duration',
    holds: (t, q, v) =>
      (/^个?(?:月|年|季度|学期)$/.test(q.unit) &&
        !/(?:压缩|缩短|压减|控制|减少|延长)(?:至|到|在|为)$|(?:减免|免收|免除)$|受教育年限[^，。；\d]{0,6}$/.test(
          before(t, q, v),
        )) ||
      // 每季度末月20日前: a day of every quarter.
      (q.unit === '日' &&
        /^以?前/.test(t.slice(q.end, q.end + 2)) &&
        /(?:每|次|当)[^，。；\d]{0,6}月$/.test(before(t, q, v))) ||
      isDayOfNews(t, q, v) ||
      (q.unit === '天' && /日，共(?:计)?$/.test(before(t, q, v))),
  },
  { rule: 'in-a-row', holds: (t, q, v) => /连续$/.test(before(t, q, v)) },
  {
    // Figures of a contact line, a form, a clock: no unit that measures.
    rule: 'no-measure',
    holds: (t, q, v) =>
      // 附：《征询意见表》3份; a counter of visits (1399次'时间)
      /^附(?:件)?：/u.test(t.slice(v.block.start, v.block.start + 3)) ||
      (q.unit === '次' && /^['’‘"]?(?:时间|来源|字体|【|打印)/u.test(t.slice(q.end, q.end + 4))) ||
      (!q.unitKnown && /[、，。；：（）“”\s/\-~]/.test(q.unit)) ||
      // What a page left of a date: 0二十六日.
      (q.unit === '日' && v.end - v.start <= 8),
  },
  {
    rule: 'meeting-number',
    holds: (t, q, v) =>
      /^(?:次|届)(?:会议|全会|常委会|集体学习)/.test(t.slice(q.numberEnd, q.numberEnd + 5)) ||
      /(?:电话|热线|传真|邮编|编号|序号)[：:]$/.test(before(t, q, v)),
  },
  { rule: 'law-article', holds: (t, q, v) => /^条$/.test(q.unit) && /第$/.test(before(t, q, v)) },
  {
    // Last, since it alone asks the segmenter. 120快速急救, 12355热线: the character after the number begins a word, so it is no classifier.
    rule: 'no-classifier',
    holds: (t, q, _v, context) => {
      if (q.unitKnown) return false;
      const first = context.segmenter.tag(t.slice(q.end - q.unit.length, q.end + 5))[0];
      return first === undefined || first.word.length > q.unit.length;
    },
  },
];
