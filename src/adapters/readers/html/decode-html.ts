import { decodeByMark, decodeText, type Encoding, wordShare } from '../shared/decode.js';

export interface DecodedPage {
  readonly html: string;
  /** Characters that are none in the page's encoding. */
  readonly broken: number;
}

const headBytes = 4096;
const labels: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-16': 'utf-16le',
};

/** The charset that the page's own head names. */
function declared(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const label =
    /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  return labels[label?.toLowerCase() ?? ''] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A stray byte in a page of thousands of characters is a slip; more are another encoding. */
const mostBroken = (characters: number) => 5 + characters * 0.002;

function leniently(encoding: Encoding, bytes: Uint8Array): DecodedPage {
  const html = new TextDecoder(encoding).decode(bytes);
  return { html, broken: html.match(/\ufffd/g)?.length ?? 0 };
}

/**
 * The page's characters. A mark decides; bytes that are UTF-8 are, whatever the page says; else the declared charset where
 * it gives words, else what the bytes show. Throws as decodeText does for what is no text.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const marked = decodeByMark(bytes);
  if (marked) return { html: marked.text, broken: 0 };
  const named = declared(bytes);
  if (bytes.indexOf(0) < 0 && !isUtf8(bytes)) {
    const candidates: readonly Encoding[] = named
      ? [named, 'utf-8', 'gb18030', 'big5']
      : ['utf-8', 'gb18030', 'big5'];
    const pages = candidates.map((encoding) => leniently(encoding, bytes));
    const possible = pages.filter(({ html, broken }) => broken <= mostBroken(html.length));
    const best = possible.reduce<DecodedPage | null>(
      (most, page) => (most && wordShare(most.html) + 0.1 >= wordShare(page.html) ? most : page),
      null,
    );
    if (best) return best;
  }
  return { html: decodeText(bytes).text, broken: 0 };
}
