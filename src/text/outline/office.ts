/** What names of offices end in. 和 inside a name (工业和信息化局) follows none of these. */
export const officeSuffix =
  '(?:委员会|办公室|人民政府|政府办|政府|人民法院|人民检察院|法院|检察院|管委会|管理局|监督管理局|委办局|分局|总局|总队|支队|大队|中心|集团|公司|医院|学校|大学|学院|银行|[分支]行|联合会|联合社|总工会|工会|残联|妇联|工商联|科协|文联|团委|党校|专班|领导小组|指挥部|街道|园区|开发区|高新区|办事处|企业|单位|部门|机构|事务局|供销社|气象局|(?<=中国)(?:电信|移动|联通|铁塔|广电|邮政)|消防救援局|税务局|督查室|馆|局|厅|委|办|财政|部|署|院|处|科|站|队|会|社|所|镇|乡|区|县|市)';

const endsInOffice = new RegExp(`${officeSuffix}(?:（[^（）]{1,20}）)?$`);

export function looksLikeOffice(name: string): boolean {
  return name.length >= 2 && name.length <= 30 && endsInOffice.test(name) && !/[，。；：！？]/.test(name);
}

const trailing =
  /(?:等(?:有关|相关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责分工(?:分别)?(?:负责|落实)?|按职责(?:分工)?负责|分别(?:牵头)?负责|分别牵头|具体负责|共同负责|牵头负责|组织实施|负责落实|负责|牵头|配合|参与|协助|落实)$/;

/**
 * Splits a list of offices at 、，；, at a cell's line ends and at 和/与/及 where a name ends before it; 各州、市人民政府 stays one.
 * Roles and tails (负责, 按职责分工) are left out. Blanks are gone already.
 */
export function splitOffices(list: string): string[] {
  const names: string[] = [];
  for (const part of list.split(/[、，；,;\t]/)) {
    let rest = part.replace(/^[：:。\s]+|[。\s]+$/g, '');
    for (;;) {
      const joint = splitAtConjunction(rest);
      if (!joint) break;
      names.push(joint[0]);
      rest = joint[1];
    }
    names.push(rest);
  }
  const cleaned: string[] = [];
  let pendingEach = '';
  for (const raw of names) {
    const name = raw
      .replace(trailing, '')
      .replace(/^(?:由|会同|以及|和|与|及)/, '')
      .replace(/^(?:责任|牵头|配合|主办|协办|会办|承办)(?:单位|部门)?[：:]/, '')
      .replace(/等$/, '');
    // 完成时限：2025年6月底, 持续推进: when, not who.
    if (!name || /^(?:完成)?(?:时限|时间|期限)|\d{1,2}月|\d{4}年|年底|持续推进|长期坚持/.test(name)) continue;
    // 各州、市人民政府: the first part alone is no office.
    if (/^各.{1,4}$/.test(name) && !/(?:部门|单位|企业|政府|局|委|办|厅|公司|机构)$/.test(name)) {
      pendingEach += `${name}、`;
      continue;
    }
    cleaned.push(pendingEach + name);
    pendingEach = '';
  }
  if (pendingEach) cleaned.push(...pendingEach.split('、').filter(Boolean));
  return [...new Set(cleaned)];
}

function splitAtConjunction(name: string): [string, string] | null {
  for (const match of name.matchAll(/以及|[和与及]/g)) {
    const left = name.slice(0, match.index);
    const right = name.slice(match.index + match[0].length);
    if (
      left.length >= 2 &&
      right.length >= 2 &&
      /(?:局|委|厅|办|政府|委员会|办公室|公司|中心|院|部门|单位|企业|集团|银行|会)$/.test(left) &&
      (endsInOffice.test(right.replace(trailing, '')) ||
        /^各(?:地|级|有关|相关)[\u4e00-\u9fff]{0,10}$/.test(right))
    )
      return [left, right];
  }
  return null;
}
