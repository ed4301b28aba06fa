import type { Language } from '../../domain/phrase.js';
import { en } from './en.js';
import { type Messages, zh } from './zh.js';

export type { Messages } from './zh.js';

/** Chinese unless `--lang en` or an English locale says otherwise. */
export function chooseLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang');
  const flag = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice(7);
  const wish = flag ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '');
  return wish.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export function messagesIn(language: Language): Messages {
  return language === 'en' ? en : zh;
}
