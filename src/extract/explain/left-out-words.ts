import { ruleWords } from './rule-words.js';

/** Why something that was looked at is no item. */
export const leftOutWords = ruleWords(`
  in-title | 在文件名称里 | in a title
  in-doc-number | 在文号里 | in a document's number
  in-slogan | 在口号、简称里（“一老一小”） | in a slogan
  ordinal | 序数，不是数量 | an ordinal
  age | 年龄 | an age
  meeting-number | 会议届次 | a meeting's number
  law-article | 法律条款号 | an article of a law
  law-quoted | 法规里的规定，不是本文的承诺 | a law's figure, no promise of this text
  natural-fact | 气温、海拔一类自然条件 | nature's: climate, height, area
  population | 人口、户数一类描述 | it describes: how many live there
  necessity | 说明有必要，不是承诺 | it says that something would be needed
  price-or-limit | 价格、收费或限速一类限制 | a price or a limit, no target
  name-of-circle | “15分钟生活圈”一类名称 | a name (15分钟生活圈)
  name-of-line | 热线、急救电话等号码 | a telephone line's number
  name-of-list | 榜单、排名的名称 | a ranking's name
  name-of-livelihood-list | “十件实事”一类名称 | a list's name (十件实事)
  name-of-rate | 指标名称里的数字 | a number in an indicator's name
  name-of-service-hours | “24小时服务”一类名称 | a name (24小时服务)
  name-of-bus | 公交线路的编号 | a bus line's number
  kind-of-game | 赛制、学制一类名称 | a system's name
  version-or-size | 版本、型号 | a version or model
  letter-follows | 数字后接字母，是型号 | letters follow: a model
  plus-formula | “1+N”一类公式 | a formula (1+N)
  ct-rows | CT 的排数 | rows of a CT scanner
  footnote-number | 脚注序号 | a footnote's number
  page-number-inside | 页码混入正文 | a page number within the text
  list-announced | 预告后面列举几项（“做好以下三项工作”） | it announces a list
  enumeration-head | 列举的项数 | it counts what is listed
  bound-to-word | 数字是词的一部分 | the number belongs to a word
  chinese-numeral-pointing | 中文数字是指代（“两个方面”） | a Chinese numeral that points (两个方面)
  chinese-unknown-classifier | 中文数字后没有认识的量词 | no known measure word after a Chinese numeral
  no-classifier | 数字后的字不是量词 | what follows is no measure word
  no-measure | 没有计量单位 | no unit that measures
  indefinite | 不定数（“几个、若干”） | an indefinite number
  condition | 适用条件，不是目标 | a condition
  threshold | 标准线，不是目标 | a threshold
  threshold-of-share | 占比名称里的标准线 | a threshold inside a share's name
  base-of-share | 占比的分母 | what the share is taken of
  denominator | 计算口径（每3万人） | a denominator (每3万人)
  baseline | 变动前的基数（由60%提高到） | the baseline of a change
  as-a-means | 说明做法，不是目标 | a means, no target
  size-of-what | 说明对象的规模 | it tells which ones by their size
  size-of-those | 说明对象的数目 | how many the claim is for
  size-in-project-name | 项目名称里的规模 | a size in a project's name
  out-of-how-many | 已完成数前面的总数 | of how many, before what is done
  size-of-project | 项目本身的规模 | a project's size
  nested-modifier | 修饰语里的数字 | a number in a modifier
  object-of-another | 只说明另一个数的对象 | it only tells whom another figure serves
  places-measured | 说明地点、点位 | it tells where
  score-or-weight | 分值、权重或算式 | a score, a weight or a formula
  in-a-row | “连续几年” | so many in a row
  duration | 经过的时间，不是指标 | time that passed
  vote | 表决比例 | a share of votes
  estimate | 测算、估算的数 | an estimate
  about-the-proposal | 建议提案本身的件数、条数 | it counts the proposal's own points
  own-words-of-proposer | 代表、委员的原话 | what the proposer asked for
  example-of-others | 别处的做法 | what other places did
  coverage-named | “全覆盖”是名称、口号或前提 | the total claim is a name, a slogan or presupposed
  coverage-in-heading | 标题里的全覆盖，正文另计 | a total claim in a heading
  said-again-below | 标题里的数，正文再次写明，只计一次 | the section says the heading's figure again
  milestone-without-deadline | 有完成动作，但没有本句或所在部分的时限 | a deliverable without a deadline in its sentence or section
  milestone-of-effort | 只是加快、推进，不是完成 | effort, no completion
  milestone-over | 时限早于文件日期 | its day was over when the document was signed
  milestone-vague | 成果不具体 | its product is vague
  result-without-value | 没有数值的成效 | a result without a value
  not-grounded | 在原文里找不到对应的位置 | it has no place in the source
`);
