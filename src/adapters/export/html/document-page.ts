import { type ExportReading, exportColumns } from '../../../app/export/export-columns.js';
import type { WholeDocument } from '../../../app/query/whole-document.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import type { Language } from '../../../domain/phrase.js';
import { escapedHtml } from '../../shared/html.js';
import { stretchesOf } from './stretches.js';
import { style } from './style.js';
import { pageWords } from './words.js';

export interface PageReading extends ExportReading {
  readonly language: Language;
}

/** What is told of each item beside its text. */
const told: ReadonlySet<string> = new Set(
  'kind,valueText,value,unit,deadline,responsible,strength,missing,schedule,verified,claimed'.split(','),
);
const columns = exportColumns.filter(({ key }) => told.has(key));

const shown = (text: string): string => escapedHtml(text).replaceAll('\t', ' ｜ ');

function itemOf(row: LedgerRow, reading: PageReading): string {
  const t = pageWords[reading.language];
  const { id, stance, indicator, quote, page } = row;
  const fields = columns.flatMap(({ title, value }) => {
    const cell = value(row, reading);
    const text = typeof cell === 'object' ? (cell?.[reading.language] ?? '') : String(cell);
    return text === ''
      ? []
      : [`<dt>${escapedHtml(title[reading.language])}</dt><dd>${escapedHtml(text)}</dd>`];
  });
  const place = page === null ? '' : ` <span class="place">${t.page(page)}</span>`;
  return `<li class="${stance}" id="item-${escapedHtml(id)}"><a href="#at-${escapedHtml(id)}"><bdi>${escapedHtml(indicator || quote.slice(0, 60))}</bdi></a>${place}<dl>${fields.join('')}</dl></li>\n`;
}

/** The text in paragraphs, every item's words marked, the first of its stretches by its name. */
function* textOf({ source: { text, pages }, rows }: WholeDocument, language: Language): Generator<string> {
  const named = new Set<string>();
  const pageStarts = new Map(pages.map(({ start, number }) => [start, number]));
  const marked = (words: string, [row]: readonly LedgerRow[]): string => {
    if (!row || words.trim() === '') return shown(words);
    const rejected = row.state?.review === 'rejected' ? ' rejected' : '';
    const id = named.has(row.id) ? '' : ` id="at-${escapedHtml(row.id)}"`;
    named.add(row.id);
    return `<mark class="${row.stance}${rejected}"${id}><a href="#item-${escapedHtml(row.id)}">${shown(words)}</a></mark>`;
  };
  // An item whose words stand under a shorter one's all the way still can be gone to.
  const anchors = (under: readonly LedgerRow[]): string =>
    under
      .slice(1)
      .filter(({ id }) => !named.has(id))
      .map(({ id }) => {
        named.add(id);
        return `<span id="at-${escapedHtml(id)}"></span>`;
      })
      .join('');
  let line = '';
  for (const { start, end, rows: under } of stretchesOf(text.length, rows)) {
    let at = start;
    for (const part of text.slice(start, end).split(/([\n\f])/)) {
      const page = pageStarts.get(at);
      if (page !== undefined && part !== '') {
        if (line.trim() !== '') yield `<p>${line}</p>\n`;
        line = '';
        yield `<span class="page">${pageWords[language].page(page)}</span>\n`;
        pageStarts.delete(at);
      }
      if (part === '\n' || part === '\f') {
        if (line.trim() !== '') yield `<p>${line}</p>\n`;
        line = '';
      } else if (part !== '') line += anchors(under) + marked(part, under);
      at += part.length;
    }
  }
  if (line.trim() !== '') yield `<p>${line}</p>\n`;
}

/**
 * A document with its items as one file of HTML, part by part: read without a script, a network or this program. The items'
 * words are marked and lead to their line of the list, which leads back.
 */
export function* documentPage(whole: WholeDocument, reading: PageReading): Generator<string> {
  const { document, rows } = whole;
  const { language, day } = reading;
  const t = pageWords[language];
  const { meta, name, sha256 } = document;
  const title = escapedHtml(meta?.title ?? name);
  const about = [meta?.docNumber, meta?.issuer, meta?.date, name]
    .filter(Boolean)
    .map((said) => escapedHtml(said ?? ''));
  const promises = rows.filter(({ stance }) => stance === 'commitment').length;
  yield `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="about">${about.map((said) => `<bdi>${said}</bdi>`).join(' · ')}<br>${t.count(promises, rows.length - promises)} · ${t.asOf(day)}<br>SHA-256 ${sha256}</p>
</header>
<div class="main">
<main class="text">
`;
  yield* textOf(whole, language);
  yield `</main>\n<nav aria-label="${t.items}">\n<h2>${t.items}</h2>\n<ol>\n`;
  for (const row of rows) yield itemOf(row, reading);
  yield '</ol>\n</nav>\n</div>\n</body>\n</html>\n';
}
