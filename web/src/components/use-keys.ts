import { useEffect, useEffectEvent } from 'react';

/** Keys that do something on a page, by `KeyboardEvent.key`. Nothing is taken from fields, buttons' own keys, or combinations. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    const { target } = event;
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const own = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]';
    if (target instanceof Element && target.closest(own)) return;
    if (event.key === 'Enter' && target instanceof Element && target.closest('a, button')) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
