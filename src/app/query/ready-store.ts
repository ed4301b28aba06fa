/** The store once it has answered and is at the schema that the program needs: an empty answer must not mean "not migrated". */
export function readyStore<Store extends { ping(): Promise<void> }>(
  open: () => Promise<Store>,
): () => Promise<Store> {
  let checked = false;
  return async () => {
    const store = await open();
    if (!checked) await store.ping();
    checked = true;
    return store;
  };
}
