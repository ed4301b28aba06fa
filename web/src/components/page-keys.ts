import { useEffect, useRef } from 'react';

/** Where letters are for writing, or something lies over the page. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], .ant-select') !== null;

/**
 * Single keys for the whole page, by `event.key` in lower case. They rest while somebody writes or a dialog is open, and
 * with Ctrl, Alt or Meta they stay the browser's.
 */
export function usePageKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = latest.current[event.key.toLowerCase()];
      if (!action || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTaken(event.target) || document.querySelector('.ant-modal-wrap:not([style*="display: none"])'))
        return;
      // On a link or a button Enter is its own.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button'))
        return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
