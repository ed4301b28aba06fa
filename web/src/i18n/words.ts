import { createContext, useContext } from 'react';
import type { Language } from './current.js';

/** Words of a page or a part in both languages. English has exactly the keys of Chinese: the types say so. */
export interface Words<Texts> {
  readonly zh: Texts;
  readonly en: Texts;
}

type Wider<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Text]: Wider<Text[Key]> };

export const words = <Texts>(zh: Texts, en: Wider<Texts>): Words<Wider<Texts>> => ({
  zh: zh as unknown as Wider<Texts>,
  en,
});

export interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** The texts in the language of the page. */
export const useWords = <Texts>(both: Words<Texts>): Texts => both[useLanguage().language];
