/** Words of a table's property column: they stand alone between blanks nowhere else. */
const property = /(?:^|\s)[（(]?(?:预期性|约束性|指导性)[）)]?(?=\s|$)/;

/** Whether a line is a table row whose columns fell together, with blanks for their borders: 19 森林覆盖率 % 约束性 19.5. */
function isFlatRow(line: string): boolean {
  return line.length <= 120 && property.test(line) && /\d/.test(line) && line.trim().split(/\s+/).length >= 3;
}

/** What parts the cells of a line that is a table's row without tabs: `|` of Markdown, blanks where columns fell together; else null. */
export function separatorOf(line: string): ' ' | '|' | '│' | null {
  if (line.includes('│')) return '│';
  const bar = line.indexOf('|');
  if (bar >= 0 && (line.indexOf('|', bar + 1) >= 0 || /\s\|$/.test(line)) && !line.includes('||||'))
    return '|';
  return isFlatRow(line) ? ' ' : null;
}

/** Whether a cell's words are a unit of measure (%, 万元, 人/万人) and no name. */
export function isUnit(words: string): boolean {
  return (
    words.length <= 10 &&
    /^(?:[%％‰/]|[十百千万亿]{0,2}(?:[元人吨家个件张所户亩岁年天台套座处名项条辆位平方立公里米千瓦时度辆班次床部名册种升克]|平方米|平方公里|立方米|公里|公顷|微克|毫克|标准煤|标煤|美元|小时|分钟|人次|户次|学位|千瓦时?|兆瓦时?|亿千瓦时|m³|m²|㎡|km|立方米)+)(?:\/.+)?$/.test(
      words,
    )
  );
}
