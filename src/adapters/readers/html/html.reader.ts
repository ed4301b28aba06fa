import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { BlockOutput } from '../shared/block-output.js';
import { decodePage } from './decode-html.js';
import { type DomElement, parseDocument } from './dom.js';
import { findArticle } from './find-article.js';
import { HtmlFlow } from './html-flow.js';
import { isNavigation, isToolBar } from './navigation.js';
import { titleAbove } from './page-title.js';
import { TextAmounts } from './text-amount.js';

const id = 'html@1';

/** Saved web pages: the article without what stands around it, its tables kept. Scripts are not run, nothing is fetched. */
export const htmlReader: FormatReader = {
  id,
  async read(bytes): Promise<SourceText> {
    const { html, broken } = decodePage(bytes);
    const document = parseDocument(html);
    const amounts = new TextAmounts();
    const article = findArticle(html, document, amounts);
    const root = article ?? document.body ?? document.documentElement;
    const skips = (element: DomElement) =>
      isToolBar(element, amounts) || (article === null && isNavigation(element, amounts));
    if (!root || amounts.of(root).all === 0) throw new ReadFault('page-no-content');
    const alone = write(root, skips, null);
    const title = titleAbove(document, alone.text);
    const { text, tables, foreign } = title === null ? alone : write(root, skips, title);
    const warnings: ReadWarning[] = [];
    if (broken > 0) warnings.push(readWarning('characters-broken', null, { count: broken }));
    if (foreign > 0) warnings.push(readWarning('part-not-read', null, { count: foreign }));
    return { format: 'html', text, pages: [], lines: [], tables, warnings, reader: id };
  },
};

function write(root: DomElement, skips: (element: DomElement) => boolean, title: string | null) {
  const output = new BlockOutput();
  if (title !== null) output.line(title);
  const flow = new HtmlFlow(output, skips);
  flow.write(root);
  return { ...output.finish(), foreign: flow.foreign };
}
