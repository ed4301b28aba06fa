/** Marks that scanning apps put under every picture they take. */
const scannerMarks =
  /扫描全能王|由?\s*全能扫描王|夸克扫描王|WPS\s*扫描|Scanned (?:by|with) \w+|Cam ?Scanner|3亿人都在用的扫描App|创建|扫描$/gi;
const pageNumber = /^[\s\-—–―~·.•/|()（）第共页Pp\dⅠ-Ⅻivx]*$/;
/** Longer texts are judged as they are. */
const longest = 40;

/** Whether a page holds nothing but its number or a scanner's mark: what there is to read is then a picture. */
export function isFurnitureOnly(text: string): boolean {
  if (text.length > longest) return false;
  return pageNumber.test(text.replace(scannerMarks, ''));
}
