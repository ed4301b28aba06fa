import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this host and to TLS; without TLS no browser takes that name. */
const nameOf = (secure: boolean): string => (secure ? '__Host-jiannuo' : 'jiannuo');

export const sessionOf = ({ cookies }: FastifyRequest): string | null => {
  const held = cookies[nameOf(true)] ?? cookies[nameOf(false)];
  return held !== undefined && held.length <= 200 ? held : null;
};

const kept = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict' as const, secure });

export function keepSession(
  reply: FastifyReply,
  secure: boolean,
  handedOut: string,
  expiresAt: string | null,
): void {
  const expires = expiresAt === null ? {} : { expires: new Date(expiresAt) };
  reply.setCookie(nameOf(secure), handedOut, { ...kept(secure), ...expires });
}

export function dropSession(reply: FastifyReply): void {
  for (const secure of [true, false]) reply.clearCookie(nameOf(secure), kept(secure));
}
