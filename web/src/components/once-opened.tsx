import { type ReactNode, Suspense, useState } from 'react';

interface Given {
  readonly open: boolean;
  readonly children: ReactNode;
}

/** What is loaded when it is first opened; it stays then, so that it closes as it opened. */
export function OnceOpened({ open, children }: Given) {
  const [wasOpened, setOpened] = useState(open);
  if (open && !wasOpened) setOpened(true);
  return wasOpened ? <Suspense fallback={null}>{children}</Suspense> : null;
}
