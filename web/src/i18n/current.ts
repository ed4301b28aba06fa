export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'jiannuo.language';

/** The language that was chosen in this browser; Chinese until one is. */
export const currentLanguage = (): Language => (localStorage.getItem(key) === 'en' ? 'en' : 'zh');

export const keepLanguage = (language: Language): void => localStorage.setItem(key, language);
