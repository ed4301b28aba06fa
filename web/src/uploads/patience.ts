/** So often something is sent that finds nobody, though the service is there; then somebody is asked. */
export const mostTries = 4;

/** Not at once either where the service was away: one that comes back in part is not pressed. */
const firstPauseMs = 1_000;

/** When an upload goes on that found nobody: soon after the service was away, in growing pauses where it was there all the time, and not for ever. */
export class Patience {
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Something has come in: whatever failed before is over. */
  forgive(): void {
    this.#failures = 0;
  }

  /** Nothing is waited for any more: what goes on goes on now. */
  stopPausing(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  stop(): void {
    this.stopPausing();
    this.forgive();
  }

  /** Whether what is told of the service now says nothing new: what goes on waits for its time already. */
  isPausing(wasAway: boolean): boolean {
    return this.#timer !== null && !wasAway;
  }

  /** Goes on after a pause; false: it has been tried often enough. */
  pause(wasAway: boolean, goOn: () => void): boolean {
    this.stopPausing();
    this.#failures = wasAway ? 0 : this.#failures + 1;
    if (this.#failures >= mostTries) return false;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        goOn();
      },
      firstPauseMs * 2 ** Math.max(0, this.#failures - 1),
    );
    return true;
  }
}
