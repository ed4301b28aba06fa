import { useState } from 'react';

interface SavedView {
  readonly name: string;
  /** The query string of the page's address. */
  readonly search: string;
}

const storageKey = 'jiannuo.ledger.views';

function kept(): readonly SavedView[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return (Array.isArray(parsed) ? (parsed as Partial<SavedView>[]) : []).flatMap(({ name, search }) =>
      typeof name === 'string' && typeof search === 'string' ? [{ name, search }] : [],
    );
  } catch {
    return [];
  }
}

/** Views under names of their own, kept in this browser. A name that is used again is replaced. */
export function useSavedViews() {
  const [views, setViews] = useState(kept);
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(storageKey, JSON.stringify(next));
    setViews(next);
  };
  const others = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    save: (name: string, search: string) => keep([...others(name), { name, search }]),
    remove: (name: string) => keep(others(name)),
  };
}
