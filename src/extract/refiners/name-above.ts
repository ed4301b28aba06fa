import type { Draft, ExtractionContext } from '../draft.js';

/** 达到, 每个县至少, 年均开展: words around a value that name nothing. */
export const bareValue =
  /^(?:(?:总体|基本|全部|年均|累计|力争|确保)*(?:达到?|保持|稳定|控制|不低于|不少于|不超过|至少|开展|实现|新增|增长|下降|提高|降低|为)?(?:到|在|至)?|每个?(?:县|市|区|旗|乡镇?|镇|街道|社区|村|行政村|学校|单位|企业|年|季度|月)(?:（[^）]{0,12}）)?(?:每年)?(?:开展|建设|建成|设置|设立|配备)?(?:至少)?)$/u;

/** 3.护理型床位占比, and on the next line 达到55%以上: the name that a copied table put on a line of its own. */
export function nameAbove({ outline: { blocks }, text }: ExtractionContext, { view }: Draft): string {
  const { block } = view;
  const above = blocks[block.index - 1];
  if (!above || block.level !== null || block.end - block.start > 30) return '';
  // The cells of a row have their names in the row and in the head of the table.
  if (text.slice(block.start, block.end).includes('\t')) return '';
  const words = text
    .slice(above.start, above.end)
    .replace(/^(?:\d{1,3}|[（(]?[一二三四五六七八九十]{1,3}[）)]?)[.、．)）]?(?=[^\d.、．])/u, '');
  return /^[^。；：，\t]{3,40}$/u.test(words) ? words : '';
}
