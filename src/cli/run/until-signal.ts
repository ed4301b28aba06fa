/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const told = () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.off(name, told);
        process.once(name, () => process.exit(130));
      }
      resolve();
    };
    process.on('SIGINT', told);
    process.on('SIGTERM', told);
  });
}
