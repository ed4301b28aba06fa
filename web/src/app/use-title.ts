import { useEffect } from 'react';
import type { Me } from '../api/types.js';
import { useWords } from '../i18n/words.js';
import { menuOf } from './menu.js';
import { appWords } from './words.js';

/** Names the tab by what the page calls itself in its heading, or by the menu's word until it has one. */
export function useTitle(me: Me | null | undefined, path: string): void {
  const t = useWords(appWords);
  const entry = me ? menuOf(me).find((each) => path.startsWith(each.path)) : undefined;
  const word = entry ? t.menu[entry.label] : '';
  const { brand } = t;
  const isIn = Boolean(me);
  useEffect(() => {
    const root = document.getElementById('content');
    if (!isIn || !root) return;
    const name = () => {
      const page = root.querySelector('h1')?.textContent.trim() || word;
      const title = page === '' || page === brand ? brand : `${page} · ${brand}`;
      if (document.title !== title) document.title = title;
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = brand;
    };
  }, [isIn, word, brand]);
}
