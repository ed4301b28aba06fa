import type { DomDocument } from './dom.js';

const squash = (text: string) => text.replace(/\s+/g, '');
const reach = 400;
/** Site and column names that follow a title in the window's bar. */
const siteName = /[_|｜–—-]+[^_|｜–—-]{2,30}$/;

function titles(document: DomDocument): string[] {
  // Every government page has to carry ArticleTitle (国办发〔2017〕47号, 附件 4).
  const meta = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content') ?? '';
  const headings = [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? '');
  let bar = document.title;
  for (let cut = bar.replace(siteName, ''); cut !== bar && cut.length >= 6; cut = bar.replace(siteName, ''))
    bar = cut;
  return [meta, headings.length === 1 ? (headings[0] ?? '') : '', bar];
}

/** The article's title where its text does not begin with it: sites put it outside. Null where it is there, or there is none. */
export function titleAbove(document: DomDocument, article: string): string | null {
  const beginning = squash(article.slice(0, reach));
  const title = titles(document)
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .find((words) => words.length >= 4);
  return title && !beginning.includes(squash(title)) ? title : null;
}
