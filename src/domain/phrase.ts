export type Language = 'zh' | 'en';

/** Words of our own that stand for a parameter inside a message, in every language that messages are told in. */
export type Phrase = Readonly<Record<Language, string>>;

/** What fills a `{name}` of a message: a name, a count or what another program said goes in as it is. */
export type Parameters = Readonly<Record<string, string | number | Phrase>>;

export const phrase = (zh: string, en: string): Phrase => ({ zh, en });

/** The parts as one phrase, in each language with its own separator. */
export const phrases = (parts: readonly Phrase[]): Phrase => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
});

/** A message with its parameters filled in; a missing one shows as its name, so that a slip is seen. */
export function fillIn(message: Phrase, parameters: Parameters, language: Language): string {
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name] ?? whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
