/** What a web page or a portal's record sheet puts around a document: where one is, when it was put up, how to print it. No words of the document. */
const furniture =
  /^(?:[•·>*\-\s]*)(?:信息来源|来源|文章来源|来源专题|发布(?:时间|日期|机构|单位)|发稿|访问(?:次数|量)|浏览(?:次数|量)|点击(?:次数|率|数)|阅读(?:次数|量)?|字体|字号|分享|打印|关闭|索引号?|主题(?:分类|词)|组配分类|成文(?:时间|日期)|(?:编稿|发表|更新|归档|修改)(?:时间|日期)|文件编号|统一编号|时效性|责编|[（(]责(?:任)?编(?:辑)?|审核|发文(?:时间|日期|机构|字号|单位)|效力状态|有效性|信息名称|生成日期|公开(?:方式|日期|时间)|您?(?:现在|当前)?(?:所在)?的?位置|首页|网站首页|今天是|无障碍|长辈版|作者|编译者|人气|责任编辑|编辑|扫一扫|时间|热词|热门(?:搜索|词)|热搜|相关(?:解读|文件|附件|链接|新闻|阅读|政策))[：:\s>|]|^[•·*\s]*【?(?:字体|打印|关闭|大\s*中\s*小)/;
/** 某某网 > 新闻 > 地方 */
const crumbs = /^[^>＞。]{1,20}(?:[>＞]+[^>＞。]{1,20}){2,}$|^[^>＞。\d]{2,8}[>＞]+[^>＞。\d]{2,8}$/;
const alone =
  /^(?:\d{4}-\d{1,2}-\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:\|.*|来源.*|浏览.*|【字体.*)?|EN|全屏|收藏|下载|中文版.*|繁[體体].*|长者模式|无障碍浏览|[^，。]{0,30}网站?欢迎您[！!]?|欢迎(?:您)?(?:来到|访问|光临)[^，。]{2,20}[！!]?|登录|注册|首页|繁体|简体|打印|关闭|分享|https?:\/\/\S+|www\.\S+)$/i;

/** What stands at the foot of a government's page. */
const foot = /版权所有|ICP备|公网安备|网站标识码|网站地图/;

export function isFurniture(line: string): boolean {
  const words = line.replace(/[ \u3000]/g, '');
  return (
    words.length <= 120 &&
    (furniture.test(words) || alone.test(words) || crumbs.test(words) || foot.test(words))
  );
}

/** 标题：X, 名称：【栏目】X 文号：: the record sheet's own statement of the title, or null. */
export function recordedTitle(line: string): string | null {
  const match =
    /^[•·*\-\s]*(?:标\s*题|名\s*称|信息名称)[：:]\s*(?:【[^】]{1,12}】)?(.{6,120}?)(?:\s*文\s*号[：:].*)?$/.exec(
      line,
    );
  return match?.[1]?.trim() ?? null;
}

/** 【字号：加大还原减小】2026年工作报告: the title without the tools that a page puts in its line. */
export const withoutPageTools = (line: string): string =>
  line.startsWith('【') ? line.replace(/^【(?:字号|字体|打印|大小)[：:]?[^】]{0,20}】\s*/u, '') : line;
