import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Between two looks at what keeps a closing server. */
const everyMs = 25;

/**
 * Lets the server close as soon as no request is under way. By itself Node closes the connections that are idle at the
 * moment of closing: one that falls idle a moment later would keep the process for as long as it may be kept alive, and
 * one that a browser has opened ahead and not yet used for good.
 */
export function closeSoon(app: FastifyInstance): void {
  const requests = new Map<Socket, number>();
  app.server.on('connection', (socket: Socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const under = requests.get(socket);
      if (under !== undefined) requests.set(socket, under - 1);
    });
  });
  app.addHook('preClose', async () => {
    if (!app.server.listening) return;
    const looks = setInterval(() => {
      for (const [socket, underWay] of requests) if (underWay === 0) socket.destroy();
    }, everyMs);
    app.server.once('close', () => clearInterval(looks));
  });
}
