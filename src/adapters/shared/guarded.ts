// biome-ignore lint/suspicious/noExplicitAny: any asynchronous method.
type Methods = Record<string, (...parameters: any[]) => Promise<unknown>>;

/**
 * The same object with every method's rejection turned into a coded fault where there is one.
 * @param during may give up what takes too long
 */
export function guarded<T extends object>(
  methods: T,
  faultOf: (error: unknown) => unknown,
  during: (work: Promise<unknown>) => Promise<unknown> = (work) => work,
): T {
  const guard = Object.entries(methods as Methods).map(([name, method]) => [
    name,
    async (...parameters: unknown[]) => {
      try {
        return await during(method(...parameters));
      } catch (error) {
        throw faultOf(error);
      }
    },
  ]);
  return Object.fromEntries(guard) as T;
}
