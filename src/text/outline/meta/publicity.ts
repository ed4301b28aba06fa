import type { DocumentMeta } from '../../../domain/document.js';

type Publicity = NonNullable<DocumentMeta['publicity']>;

/** The longer words before those inside them: 不予公开 holds 公开. */
const says: readonly (readonly [Publicity, RegExp])[] = [
  ['closed', /^(?:不予公开|不宜公开|不公开|不同意公开|否|不同意)/],
  ['on_request', /^依申请公开/],
  ['public', /^(?:主动公开|全文公开|公开发布|同意公开|可以?公开|公开|是|同意)/],
];

/** 公开属性：主动公开 · 是否公开：是. A label with several boxes is told by the one that is ticked. */
const label =
  /(?:信息)?(?:公开(?:属性|类别|方式|选项|形式|类型)|是否(?:同意|可以?|能够)?(?:主动|对外|全文)?公开)[：:]\s*(.{1,40})/;
/** （此件公开发布） · （此件依申请公开） · 本答复不予公开 */
const note =
  /(?:此件|此文|本件|本答复|该答复)(?:全文|删减后)?(?:可以?|同意)?((?:主动|依申请|不予|不宜|不)?公开)/;
const box = /[☑√✓■●□○☐]/;
/** The option that a tick stands before, and the one that it stands after. */
const tickedBefore = /[☑√✓■●](?:\d[.、])?([^☑√✓■●□○☐]{1,8})/;
const tickedAfter = /([^☑√✓■●□○☐]{1,8})[☑√✓■●]/;

const read = (words: string): Publicity | null =>
  says.find(([, pattern]) => pattern.test(words.trim()))?.[0] ?? null;

/** A row of boxes has them all before or all after their options. */
const tickedIn = (options: string): string =>
  (box.test(options[0] ?? '') ? tickedBefore : tickedAfter).exec(options)?.[1] ?? '';

/** Whether the document may be published, as it says at its head or its end (公开属性); null where it does not. */
export function findPublicity(words: readonly string[]): Publicity | null {
  for (const [i, line] of words.entries()) {
    if ((i >= 12 && i < words.length - 16) || line.length > 120) continue;
    const flat = line.replace(/[ 　]/g, '');
    const value = label.exec(flat)?.[1];
    if (value !== undefined) {
      const found = read(box.test(value) ? tickedIn(value) : value);
      if (found) return found;
    }
    const said = note.exec(flat)?.[1];
    if (said !== undefined) return read(said);
  }
  return null;
}
