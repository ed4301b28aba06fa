const longestHeader = 64 * 1024;
const fieldName = /^([!-9;-~]{1,76}):/;

/** Fields that a text which merely quotes a letterhead (From, To, Subject) does not have. */
const telling = new Set(['mime-version', 'received', 'message-id', 'return-path', 'content-type']);
const usual = new Set([...telling, 'from', 'to', 'date', 'subject', 'content-transfer-encoding']);

/** Line by line: of what is no mail the first one tells. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; ; ) {
    const end = text.indexOf('\n', from);
    if (end < 0) return yield text.slice(from);
    yield text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
    from = end + 1;
  }
}

/** Whether a file begins with the header of an internet message (RFC 5322), as mails and saved pages in one file (MHT) do. */
export function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, longestHeader)).toString('latin1');
  const names: string[] = [];
  for (const line of linesOf(head.replace(/^\xef\xbb\xbf/, ''))) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && names.length > 0) continue;
    const name = fieldName.exec(line)?.[1];
    // The last line may be cut where the head ends.
    if (name === undefined) {
      if (head.length === longestHeader && head.endsWith(line)) break;
      return false;
    }
    names.push(name.toLowerCase());
  }
  return names.filter((name) => usual.has(name)).length >= 2 && names.some((name) => telling.has(name));
}
