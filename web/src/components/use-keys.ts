import { useEffect, useEffectEvent } from 'react';
import { useShortcuts } from '../app/shortcuts.js';

/** Where letters are for writing or choosing. */
const fields =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], .ant-select';

/** Something lies over the page and waits for an answer. */
const isCovered = () => document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;

/** Held down, they go on; every other key does its work once. */
const steps: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'j', 'k']);

/**
 * Keys that do something on a page, by `KeyboardEvent.key`, letters in lower case. They rest while somebody writes or a
 * dialog is open, and those of one character where the person switched them off; combinations, letters with Shift too, stay the browser's, and Enter on a link or a button is its own.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const isOn = useShortcuts();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event;
    const name = key.length === 1 ? key.toLowerCase() : key;
    const act = keys[name];
    // Who speaks to the computer, or misses keys, may switch those of one character off (WCAG 2.1.4).
    if (key.length === 1 && !isOn()) return;
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
      return;
    if (event.repeat && !steps.has(name)) return;
    if (event.shiftKey && /^[a-z]$/.test(name)) return;
    if (target instanceof Element && target.closest(fields)) return;
    if (key === 'Enter' && target instanceof Element && target.closest('a, button')) return;
    if (isCovered()) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
