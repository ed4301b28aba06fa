import { ruleWords } from './rule-words.js';

/** Where a deadline comes from, and the form of its date. */
export const deadlineWords = ruleWords(`
  deadline:clause | 时限在本句 | the deadline stands in the sentence
  deadline:section | 时限在所在部分 | the deadline stands in the section
  deadline:heading | 时限在上面的标题 | the deadline stands in the heading above
  deadline:lead-in | 时限在上面的引导句 | the deadline stands in the lead-in above
  deadline:tag | 时限写在段内括注里 | the paragraph's tag gives the deadline
  deadline:as-of | 按所在部分写明的截止日 | as of the day that the section names
  deadline:document | 按文件标题写明的期限 | the period of the document's title
  column:deadline | 取表格的完成时限列 | the table's column of deadlines
  column:year | 取指标表的年份列 | the year column of the table
  date:year-range | 起止年份，取末年 | a range of years: the last one
  date:iso-day | 数字日期 | a date in digits
  date:year-month-day | 年、月、日 | year, month and day
  date:year-month | 年、月，取月末 | year and month: the month's end
  date:year-part | 年份加“底、上半年、季度”等 | a year with its part (底, 上半年, 季度)
  date:year | 只有年份，取年末 | a year alone: its end
  date:relative-month-day | “今年、明年”加月、日 | this or next year with month and day
  date:relative-month | “今年、明年”加月份 | this or next year with a month
  date:relative-part | “今年、明年”加“底、上半年”等 | this or next year with its part
  date:relative-year | “今年、明年、年内”，年份按文件日期推定 | this or next year, from the document's date
  date:next-month | “下个月、本月”，按文件日期推定 | this or next month, from the document's date
  date:season | “国庆前、汛期前”一类时节 | a season or holiday
  date:five-year | 五年规划的期末 | the end of a five-year plan
  date:month-day | 月、日，年份按文件日期推定 | month and day, the year from the document's date
  date:month-part | 月份加旬，年份按文件日期推定 | a part of a month, the year from the document's date
  date:years-on | “两年以后”，从文件年份算起 | so many years on, from the document's year
  date:first-months | “头四个月”等，从一月算起 | the first months of a year
  date:month | 只有月份，年份按文件日期推定 | a month, the year from the document's date
  date:part | “年底、上半年”等，年份按文件日期推定 | a part of the year, the year from the document's date
  date:length | 一段时间（三年内），起点不明时没有具体日期 | a length of time; without a start it has no day
  date:term | “本届任期内”，没有具体日期 | within the term of office: no day
  date:every | 每年、每季度 | every year, every quarter
`);

export const responsibleWords = ruleWords(`
  tag-in-paragraph | 段内括注的责任单位 | a tag in the paragraph
  tag-after-paragraph | 段后单列的责任单位 | a tag after the paragraph
  tag-bracket-verb | 括注里写明由谁牵头、负责 | a bracket that says who leads
  tag-bracket-names | 段末括注的单位名单 | a bracket with names of units
  tag-deadline | 段内括注只写了时限 | a tag that gives a deadline alone
  responsible:by | “由……负责、牵头” | 由…负责, 由…牵头
  responsible:by-with | “由……牵头，……配合” | 由…牵头, …配合
  responsible:lead-unit | “以……为牵头单位” | 以…为牵头单位
  responsible:subject | 句子的主语是一个单位 | an office is the sentence's subject
  column:responsible | 取表格的责任单位列 | the table's column of units
`);
