import type { FastifyReply } from 'fastify';

/** RFC 8187: a name in UTF-8, and for those that do not know it one in ASCII. */
function disposition(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** The answer is a file to be kept, never a page: whatever it holds, no browser runs it. */
export function attachment(reply: FastifyReply, name: string, type: string): void {
  reply
    .type(type)
    .header('content-disposition', disposition(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store');
}
