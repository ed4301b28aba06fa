import type { Attachment, Email } from 'postal-mime';
import { phrase } from '../../../domain/phrase.js';
import { damaged, ReadFault } from '../reader.js';
import type { Container, Member } from './container.js';
import { shownPath } from './member-path.js';

const signature = /^application\/(x-)?(pkcs7|pgp)-signature$/;
const partOfPage = /^(image|font|audio|video)\/|^text\/css$|javascript$/;

/** Parts that belong to the form: a signature's proof, and the pictures and styles that a text shows. */
const isForm = ({ mimeType, related, filename, disposition }: Attachment) =>
  signature.test(mimeType) ||
  (partOfPage.test(mimeType) && disposition !== 'attachment' && (related === true || filename === null));

/** A mail, or a page that a browser saved in one file: its text is a document, and each attachment. */
export const mailContainer: Container = {
  takes: 'mail',
  async *members(bytes, budget) {
    const mail = await parse(bytes);
    refuseSealed(mail);
    const files = [...bodyOf(mail), ...attachments(mail)];
    budget.open(
      files.length,
      files.reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : 0), 0),
    );
    yield* files;
  },
};

async function parse(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    // A mail inside a mail is a container of its own, and counts for the depth.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  } catch (thrown) {
    throw damaged(phrase('邮件无法解析', 'the mail cannot be parsed'), thrown);
  }
}

function refuseSealed({ headers }: Email): void {
  const type = headers.find(({ key }) => key === 'content-type')?.value.toLowerCase() ?? '';
  if (/^multipart\/encrypted/.test(type) || /pkcs7-mime.*enveloped-data/s.test(type)) {
    throw new ReadFault('file-encrypted');
  }
}

/** The plain text, which says all that the formatted one says; the formatted one where there is no other. */
function* bodyOf({ text, html }: Email): Generator<Member> {
  if (text?.trim()) yield body('正文.txt', text);
  else if (html?.trim()) yield body('正文.html', html);
}

/** With a mark, since the page may still name the encoding that it had in the mail. */
const body = (path: string, characters: string): Member =>
  characters.includes('\ufffd')
    ? { path, fault: new ReadFault('file-garbled') }
    : { path, bytes: Buffer.from(`\ufeff${characters}`) };

function* attachments(mail: Email): Generator<Member> {
  const taken = new Set<string>();
  for (const [i, attachment] of mail.attachments.entries()) {
    if (isForm(attachment)) continue;
    const path = freeName(nameOf(attachment, i + 1), taken);
    taken.add(path);
    yield { path, bytes: bytesOf(attachment) };
  }
}

/** A name and no path, whatever the sender put there. */
function nameOf({ filename, mimeType }: Attachment, number: number): string {
  const name = shownPath(filename ?? '')
    .replace(/[\\/]/g, '_')
    .trim();
  if (/[^.\s]/.test(name)) return name;
  return `附件${number}${mimeType === 'message/rfc822' ? '.eml' : ''}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${stem}(${n})${ending}`;
  return free;
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
