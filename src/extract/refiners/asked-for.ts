import type { Outline } from '../../text/outline/block.js';

/** 《关于加快启动滨海第二中学工程建设的建议》: the work that was asked for. */
const asked =
  /关于(?:请求|恳请|要求|建议|帮助|协调|尽快|加快|及早|早日|推进|推动|解决|支持|对)*(?:启动|修建|新建|建设|实施|改造|扩建|改建|修复|维修|硬化|拓宽|安装|增设|打通|完善)?([\u4e00-\u9fff“”A-Za-z\d（）]{4,30}?)(?:工程建设|项目建设|建设|改造|的)*(?:的)(?:建议|提案|议案)/u;
const isWork =
  /(?:工程|项目|道路|公路|大道|路段?|街|桥|隧道|学校|[小中]学|幼儿园|医院|卫生院|水库|水厂|水塔|管网|公园|广场|停车场|小区|中心|路灯|渠|站|馆|楼|园|厂)$/u;

const known = new WeakMap<Outline, string>();

/** The one work that a reply answers for, as the title of what was asked names it; '' where that names none. */
export function askedFor(outline: Outline): string {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const words =
    outline.meta.kind === 'reply' ? (asked.exec(outline.clean.text.slice(0, reach))?.[1] ?? '') : '';
  const work = isWork.test(words) ? words : '';
  known.set(outline, work);
  return work;
}
const reach = 900;
