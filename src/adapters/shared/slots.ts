export interface Wish {
  /** Before those that wait already. */
  readonly first?: boolean | undefined;
  /** How long to wait at most; without it as long as it takes. */
  readonly patienceMs?: number | undefined;
  /** Aborted: waits no more, rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A fixed number of places. Who finds none free waits for one, in the order they came. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** True with a place, to be given back; false where the patience ended first. */
  async take({ first = false, patienceMs, signal }: Wish = {}): Promise<boolean> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
        const at = this.waiting.indexOf(taken);
        if (at >= 0) this.waiting.splice(at, 1);
      };
      const taken = () => {
        leave();
        resolve(true);
      };
      const aborted = () => {
        leave();
        reject(signal?.reason);
      };
      const late = () => {
        leave();
        resolve(false);
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(late, patienceMs);
      signal?.addEventListener('abort', aborted);
      if (first) this.waiting.unshift(taken);
      else this.waiting.push(taken);
    });
  }

  give(): void {
    const next = this.waiting[0];
    if (next) next();
    else this.free += 1;
  }
}
