import type { DocumentKind, DocumentMeta } from '../../../domain/document.js';
import type { Block } from '../block.js';
import { findSession, toDigits } from './session.js';

const docNumber =
  /[\u4e00-\u9fffA-Za-z]{1,16}[〔[［（【]\s?(?:19|20)\d{2}\s?[〕\]］）】]\s?第?\s?\d{1,5}\s?号/;

/** 文号, on a short line of its own at the top, with or without brackets: 汾卫体便函〔2023〕125号. */
export function findDocNumber(words: readonly string[], blocks: readonly Block[]): string | null {
  for (let i = 0; i < Math.min(words.length, 12); i++) {
    const line = (words[i] ?? '').replace(/\s/g, '');
    if (blocks[i]?.kind === 'body' && line.length > 60) break;
    if (line.length > 60 || line.includes('《') || /^(?:关于|对).*编号[：:]/.test(line)) continue;
    const match = docNumber.exec(line);
    if (match) return match[0].replace(/^.*(?:文号|发文字号|字号)[：:]?/, '');
  }
  return null;
}

/** As written: 028, DH123, 2020-4-073. */
const number =
  '([A-Z]{0,3}(?:19|20)\\d{2}-\\d{1,2}-\\d{1,5}|[A-Z]{0,3}\\d{1,20}|[一二三四五六七八九十]{1,3})';
const proposalPatterns: readonly RegExp[] = [
  new RegExp(`第${number}(?:、\\d{1,7})*号(?:的)?[“”"《》\\u4e00-\\u9fff]{0,8}?(?:提案|建议|议案)`),
  new RegExp(`(?:提案|建议|议案)[（(]?(?:编号)?第?${number}号`),
  new RegExp(`(?:提案|建议|议案)(?:编)?号[：:\\t]?第?${number}`),
  new RegExp(`${number}号(?:重点)?(?:议案|提案|建议)`),
  // 第16号“关于…的建议”, 《关于…的提案》（20242047号）
  new RegExp(`(?:会议|大会|次)第${number}号`),
  new RegExp(`[》”"][）)]?[（(](?:第)?${number}号[）)]`),
];

/** The proposal answered: its number, whose it is, and the session. Title first, then the opening, then the form. */
export function findProposal(
  title: string | null,
  words: readonly string[],
  blocks: readonly Block[],
  kind: DocumentKind,
): Pick<DocumentMeta, 'proposalNumber' | 'body' | 'session'> {
  const none = { proposalNumber: null, body: null, session: null };
  const about = kind === 'reply' || (title !== null && /建议|提案|议案/.test(title));
  if (!about) return none;
  const opening = words.filter((_, i) => blocks[i]?.kind !== 'form').slice(0, 10);
  const form = words.filter((_, i) => blocks[i]?.kind === 'form');
  const places = [title ?? '', ...opening, ...form].map((line) => line.replace(/[ \u3000]/g, ''));
  let found: string | null = null;
  for (const line of places) {
    for (const pattern of proposalPatterns) {
      const match = pattern.exec(line);
      if (match?.[1]) {
        found = /\d/.test(match[1]) ? match[1] : toDigits(match[1]);
        break;
      }
    }
    if (found !== null) break;
  }
  const head = places.slice(0, 8).join('\n');
  const joint = new Set(
    [...(title ?? '').replace(/[ \u3000]/g, '').matchAll(/第((?:\d{1,7}[、，和])*\d{1,7})号/g)].flatMap((m) =>
      (m[1] ?? '').split(/[、，和]/),
    ),
  );
  if (found !== null && joint.size > 1 && joint.has(found)) found = [...joint].join('、');
  return {
    proposalNumber: found,
    body: /政协|提案|委员/.test(title ?? head)
      ? 'cppcc'
      : /人大|人民代表|代表|议案|建议/.test(title ?? head)
        ? 'npc'
        : null,
    session: findSession(head),
  };
}
