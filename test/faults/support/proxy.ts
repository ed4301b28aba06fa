import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** pass: as if it were not there. slow: each piece late. silent: taken and lost, as behind a dead switch. cut: refused. */
export type Line = 'pass' | 'slow' | 'silent' | 'cut';

export interface TcpProxy {
  readonly port: number;
  /** Connections that are open follow; a cut ends them. */
  set(line: Line): void;
  close(): Promise<void>;
}

interface ProxyOptions {
  /** Of each piece, either way, on a slow line. */
  readonly delayMs?: number;
  /** What the server says, as it is passed on: of the same length. */
  readonly rewrite?: (piece: Buffer) => Buffer;
}

export async function startProxy(
  target: number,
  { delayMs = 120, rewrite = (piece) => piece }: ProxyOptions = {},
): Promise<TcpProxy> {
  let line: Line = 'pass';
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  /** In order: a piece is written after all before it. */
  const carry = (from: Socket, to: Socket, said = (piece: Buffer) => piece) => {
    let last = Promise.resolve();
    from.on('data', (piece) => {
      if (line === 'silent') return;
      const late = line === 'slow' ? delayMs : 0;
      last = last.then(async () => {
        if (late > 0) await pause(late);
        if (!to.destroyed) to.write(said(piece));
      });
    });
    from.once('close', () => to.destroy());
  };
  const server = createServer((near) => {
    if (line === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) hold(socket);
    carry(near, far);
    carry(far, near, rewrite);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      // What was lost in silence leaves a torn stream behind: it cannot go on.
      if (next === 'cut' || line === 'silent') endAll();
      line = next;
    },
    async close() {
      endAll();
      server.close();
      await once(server, 'close');
    },
  };
}
