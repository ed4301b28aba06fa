export interface Part {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  /** Content-ID: the part is shown by another. */
  readonly id?: string;
  /** As it is, not in base64. */
  readonly plain?: boolean;
}

const encodedWord = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function headerOf({ type, name, id, plain }: Part): string {
  const lines = [`Content-Type: ${type}`];
  if (!plain) lines.push('Content-Transfer-Encoding: base64');
  if (id)
    lines.push(`Content-ID: <${id}>`, `Content-Disposition: inline; filename="${encodedWord(name ?? '')}"`);
  else if (name) lines.push(`Content-Disposition: attachment; filename="${encodedWord(name)}"`);
  else if (!/^(text|message)\//.test(type)) lines.push('Content-Disposition: attachment');
  else if (type.startsWith('message/')) lines.push('Content-Disposition: attachment');
  return lines.join('\r\n');
}

let mails = 0;

/** A mail of these parts. */
export function makeMail(parts: readonly Part[], kind = 'mixed'): Buffer {
  const boundary = `=_b${++mails}`;
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n${headerOf(part)}\r\n\r\n`),
    part.plain
      ? part.bytes
      : Buffer.from(Buffer.from(part.bytes).toString('base64').replace(/.{76}/g, '$&\r\n')),
    Buffer.from('\r\n'),
  ]);
  const header = [
    'Received: from mail.example.cn',
    'From: =?gb2312?B?xNO+1g==?= <office@example.cn>',
    'To: desk@example.cn',
    `Subject: ${encodedWord('报送答复')}`,
    'Date: Mon, 3 Mar 2025 09:00:00 +0800',
    'MIME-Version: 1.0',
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${header}\r\n\r\n`), ...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}
