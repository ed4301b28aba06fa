import { type DomElement, namesOf } from './dom.js';
import type { TextAmounts } from './text-amount.js';

const navigationRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'complementary',
]);
/** What sites call the parts around their articles; `dqwz` is 当前位置, `daohang` 导航. */
const around =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|foot|footer|header|head|top|topbar|logo|search|sidebar|side|aside|login|toolbar|tools?|pagination|pager|copyright|banner|related|recommend|bottom|position|location|weizhi|dqwz|daohang|links?|friendlink)(?:[\s_-]|\d|$)/;
/** Inside an article too: bars to share, print and turn pages. */
const tools =
  /(?:^|[\s_-])(?:share|bdshare\w*|social-share|qrcode|ewm|print|toolbar|pageturn|prenext|prevnext|dayin|fenxiang)(?:[\s_-]|\d|$)/;

const shortText = 300;
const linkedShare = 0.4;
const listOfLinks = { share: 0.6, least: 3 } as const;

/** A bar of buttons, wherever it stands. */
export function isToolBar(element: DomElement, amounts: TextAmounts): boolean {
  return tools.test(namesOf(element)) && amounts.of(element).all < shortText;
}

/**
 * What stands around the article of a page that does not say where it is: by its element, its role, its name together
 * with its links, or by being a list of links.
 */
export function isNavigation(element: DomElement, amounts: TextAmounts): boolean {
  if (['nav', 'aside', 'footer'].includes(element.localName)) return true;
  if (navigationRoles.has(element.getAttribute('role') ?? '')) return true;
  const { all, linked, links } = amounts.of(element);
  if (all === 0) return false;
  if (around.test(namesOf(element)) && (all < shortText || linked >= all * linkedShare)) return true;
  return links >= listOfLinks.least && linked >= all * listOfLinks.share;
}
