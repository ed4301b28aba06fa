const keyOf = (name: string): string => `draft ${name}`;

/** What was typed under this name in this tab and not sent; empty where there is none. */
export function readDraft(name: string): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

/** Keeps what is being typed in this tab: who has to sign in anew finds it again. */
export function keepDraft(name: string, values: object): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // Without storage, or with none left, the form works as well: only nothing is kept.
  }
}

const ownerKey = 'drafts of';

/** Drafts are of one person: another who signs in in this tab finds none. */
export function keepDraftsFor(owner: string): void {
  try {
    if (sessionStorage.getItem(ownerKey) === owner) return;
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(keyOf(''))) sessionStorage.removeItem(key);
    sessionStorage.setItem(ownerKey, owner);
  } catch {
    // Without storage there are no drafts.
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Without storage there is nothing to drop.
  }
}
