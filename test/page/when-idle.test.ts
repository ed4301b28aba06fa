import { afterEach, expect, it, vi } from 'vitest';
import { whenIdle } from '../../web/src/app/when-idle.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('waits for the browser to be idle, or a while where the browser does not tell', () => {
  const act = vi.fn();
  const asked = vi.fn(() => 7);
  const called = vi.fn();
  vi.stubGlobal('requestIdleCallback', asked);
  vi.stubGlobal('cancelIdleCallback', called);
  whenIdle(act)();
  expect(asked).toHaveBeenCalledWith(act, { timeout: 30_000 });
  expect(called).toHaveBeenCalledWith(7);

  vi.stubGlobal('requestIdleCallback', undefined);
  vi.useFakeTimers();
  whenIdle(act)();
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
  whenIdle(act);
  vi.runAllTimers();
  expect(act).toHaveBeenCalledTimes(1);
});
