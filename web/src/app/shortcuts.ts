import type { Me } from '../api/types.js';
import { useMe } from './me.js';

const keyOf = ({ name }: Me): string => `jiannuo.shortcuts ${name}`;

/** Whether keys of one letter do something for this person in this browser (WCAG 2.1.4); they do unless switched off. */
export const hasShortcuts = (me: Me): boolean => localStorage.getItem(keyOf(me)) !== 'off';

export function switchShortcuts(me: Me, on: boolean): void {
  if (on) localStorage.removeItem(keyOf(me));
  else localStorage.setItem(keyOf(me), 'off');
}

/** The same on any page inside the layout. */
export const useShortcuts = (): (() => boolean) => {
  const me = useMe();
  return () => hasShortcuts(me);
};
