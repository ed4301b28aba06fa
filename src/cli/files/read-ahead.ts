/** Starts `work` on up to `depth` inputs at once and gives the results in the order of the inputs. `work` must not throw. */
export async function* ahead<In, Out>(
  inputs: AsyncIterable<In>,
  depth: number,
  work: (input: In) => Promise<Out>,
): AsyncGenerator<{ input: In; output: Out }> {
  const started: { input: In; output: Promise<Out> }[] = [];
  const settle = async ({ input, output }: { input: In; output: Promise<Out> }) => ({
    input,
    output: await output,
  });
  for await (const input of inputs) {
    started.push({ input, output: work(input) });
    const head = started.length >= depth ? started.shift() : undefined;
    if (head) yield settle(head);
  }
  for (const entry of started) yield settle(entry);
}
