import { useSyncExternalStore } from 'react';
import { ApiProblem, isProblem } from '../api/problem.js';

export interface ReachState {
  /** `away`: nothing of the service is reached, and it is asked again until it is; `back`: just now again. */
  readonly service: 'there' | 'away' | 'back';
  /** What was done and waits to be told the service. */
  readonly waiting: number;
}

/** Between two looks whether the service is there again. */
const lookMs = 2_000;
/** How long its return is told. */
const toldMs = 6_000;

let state: ReachState = { service: 'there', waiting: 0 };
let looking = false;
let timer = 0;
const listeners = new Set<() => void>();
type Returned = (wasAway: boolean) => void;
const returns = new Set<Returned>();

function set(part: Partial<ReachState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useReach = (): ReachState => useSyncExternalStore(subscribe, () => state);

/** Whether something was done that the service has not been told: leaving the page would lose it. */
export const isHolding = (): boolean => state.waiting > 0;

/** No answer, or none of the service's own: it may be there again in a moment. */
export const isAway = (thrown: unknown): thrown is ApiProblem => isProblem(thrown, 0, 502, 503, 504);

/**
 * Calls each time the service answers after a request found nobody, with whether it was away meanwhile: otherwise the request
 * itself is at fault, and is lost again if it is sent at once. Gives what ends that.
 */
export function onReturn(listener: Returned): () => void {
  returns.add(listener);
  return () => void returns.delete(listener);
}

/** The store is what all requests need; a queue that is away holds up none of them. */
async function answers(): Promise<boolean> {
  try {
    const answer = await fetch('/readyz', { headers: { accept: 'application/json' } });
    const { store } = (await answer.json()) as { store?: unknown };
    return store === null;
  } catch {
    return false;
  }
}

async function look(): Promise<void> {
  clearTimeout(timer);
  if (!(await answers())) {
    set({ service: 'away' });
    timer = window.setTimeout(() => void look(), lookMs);
    return;
  }
  looking = false;
  const wasAway = state.service === 'away';
  if (state.service !== 'there') {
    set({ service: 'back' });
    timer = window.setTimeout(() => set({ service: 'there' }), toldMs);
  }
  for (const listener of [...returns]) listener(wasAway);
}

/** A request found nobody. Once that is so beyond this one request, it is said on the page, until the service answers. */
export function noteAway(): void {
  if (looking) return;
  looking = true;
  void look();
}

addEventListener('online', () => {
  if (looking) void look();
});

const pauseMs = 1_000;
const longestPauseMs = 30_000;
/** So often a request is sent that finds nobody, though the service is there. */
const mostTries = 6;

/** Once the service answers, and after a pause that grows with the tries; with whether it was away. */
function returned(tries: number): Promise<boolean> {
  return new Promise((resume) => {
    const end = onReturn((wasAway) => {
      end();
      const pause = wasAway ? pauseMs : Math.min(longestPauseMs, pauseMs * 2 ** tries);
      setTimeout(() => resume(wasAway), pause);
    });
    noteAway();
  });
}

/** Without `crypto.randomUUID`, which a page has over HTTPS alone. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same request is at work still, or was cut short a moment ago. */
const waits = (thrown: unknown): boolean =>
  isAway(thrown) || (thrown instanceof ApiProblem && thrown.code === 'request-under-way');

/**
 * Sends until the service has answered, under one key: what it had carried out before the line broke is not done twice, and
 * its first answer is given. Throws what was refused, and what found nobody time and again though the service was there.
 */
export async function surely<Answer>(
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  const headers = { 'idempotency-key': newKey() };
  try {
    return await send(headers);
  } catch (thrown) {
    if (!waits(thrown)) throw thrown;
  }
  set({ waiting: state.waiting + 1 });
  try {
    for (let tries = 0; ; ) {
      tries = (await returned(tries)) ? 0 : tries + 1;
      try {
        return await send(headers);
      } catch (thrown) {
        if (!waits(thrown) || (isAway(thrown) && tries >= mostTries)) throw thrown;
      }
    }
  } finally {
    set({ waiting: state.waiting - 1 });
  }
}
