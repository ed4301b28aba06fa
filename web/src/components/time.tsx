import { useLanguage } from '../i18n/words.js';

/** An ISO instant as day and minute, in the office's time on every clock. */
export function Time({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const text = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
  return <time dateTime={at}>{text}</time>;
}
