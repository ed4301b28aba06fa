import { useSyncExternalStore } from 'react';

export interface LiveState {
  readonly isConnected: boolean;
  /** Something that the page shows has changed since it was read. */
  readonly isOutdated: boolean;
}

let state: LiveState = { isConnected: false, isOutdated: false };
const listeners = new Set<() => void>();

export function setLive(part: Partial<LiveState>): void {
  const next = { ...state, ...part };
  if (next.isConnected === state.isConnected && next.isOutdated === state.isOutdated) return;
  state = next;
  for (const listener of listeners) listener();
}

export const liveState = (): LiveState => state;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLive = (): LiveState => useSyncExternalStore(subscribe, liveState);

/** Asks again after so long, while nothing is told by the service itself. */
export const unlessLive = (ms: number): number | false => (state.isConnected ? false : ms);
