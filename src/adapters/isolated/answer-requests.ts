import { asJiannuoError } from '../../domain/errors.js';
import { leaveWithParent } from './leave-with-parent.js';
import type { FromChild } from './protocol.js';

const send = (message: FromChild): void => {
  process.send?.(message);
};

/**
 * The main loop of a child of a ProcessPool, called when it is ready to work: one request after another, each answered with its reply or its coded fault.
 * `part` sends ahead what would be too long for one message: the parent takes a message in at one go.
 */
export function answerRequests<Request>(
  answer: (request: Request, part: (part: unknown) => void) => Promise<unknown>,
): void {
  process.on('message', async (request: Request) => {
    try {
      send({ reply: await answer(request, (part) => send({ part })) });
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      const { code, parameters } = fault;
      const origin = fault.cause instanceof Error ? fault.cause : fault;
      send({ code, parameters, stack: origin.stack });
    }
  });
  leaveWithParent();
  send({ ready: true });
}
