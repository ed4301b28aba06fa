/** A unique key that another process took in between. */
export const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11_000;

/** Two upserts of one key may both insert; the second fails, and finds the key when it tries again. */
export async function onceMoreWhenTaken<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isTaken(error) || tries === 5) throw error;
    }
  }
}
