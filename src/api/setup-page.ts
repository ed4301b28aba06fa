import { createHash } from 'node:crypto';
import { escapedHtml } from '../adapters/shared/html.js';
import { type Language, type Phrase, phrase } from '../domain/phrase.js';

export interface SetupForm {
  readonly code: string;
  readonly isFirst: boolean;
  /** What was wrong with what was sent. */
  readonly told: string | null;
}

const words = {
  product: phrase('践诺', 'Jiannuo'),
  title: phrase('设置账号', 'set up an account'),
  first: phrase(
    '设置第一个管理员。设好以后，所有人都要登录才能使用。',
    'Set up the first administrator. From then on everybody has to sign in.',
  ),
  forPassword: phrase('设置登录密码。', 'Choose a password to sign in with.'),
  login: phrase('用户名', 'User name'),
  name: phrase('姓名', 'Name'),
  password: phrase('密码（至少 10 个字符）', 'Password (at least 10 characters)'),
  save: phrase('保存', 'Save'),
  saved: phrase(
    '已保存，可以<a href="/sign-in">登录</a>了。',
    'Saved. You can <a href="/sign-in">sign in</a> now.',
  ),
  over: phrase('这个链接已用过或已过期。', 'This link was used already, or is too old.'),
  afterOver: phrase(
    '已设好密码的，请<a href="/sign-in">登录</a>；没有设好的，请管理员在“管理”里重新发一个链接。',
    'If your password is set, please <a href="/sign-in">sign in</a>; if not, ask an administrator for a new link.',
  ),
} as const satisfies Record<string, Phrase>;

const style = `:root { color-scheme: light dark }
body { max-width: 24rem; margin: 12vh auto 0; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
input, button { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }`;
/** SHA-256 in base64, for the page's Content-Security-Policy. */
export const setupStyleHash = createHash('sha256').update(style).digest('base64');

const field = (label: string, name: string, type: string, more: string) =>
  `<p><label>${label}<br><input name="${name}" type="${type}" required ${more}></label></p>`;

/** The pages of a one-time link in one language, plain HTML without scripts. */
export function setupPages(language: Language) {
  const say = (key: keyof typeof words) => words[key][language];
  const page = (body: string) => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('product')} · ${say('title')}</title><style>${style}</style></head>
<body><main><h1>${say('product')}</h1>
${body}
</main></body>
</html>
`;
  return {
    form({ code, isFirst, told }: SetupForm): string {
      const first = isFirst
        ? field(say('login'), 'login', 'text', 'autocomplete="username" maxlength="64"') +
          field(say('name'), 'name', 'text', 'autocomplete="name" maxlength="64"')
        : '';
      const limits = 'autocomplete="new-password" minlength="10" maxlength="200"';
      return page(`<p>${say(isFirst ? 'first' : 'forPassword')}</p>
${told === null ? '' : `<p role="alert"><strong>${escapedHtml(told)}</strong></p>`}
<form method="post" action="/setup?code=${encodeURIComponent(code)}" autocomplete="off">
${first}${field(say('password'), 'password', 'password', limits)}
<p><button>${say('save')}</button></p>
</form>`);
    },
    saved: () => page(`<p>${say('saved')}</p>`),
    over: () => page(`<p role="alert"><strong>${say('over')}</strong></p>\n<p>${say('afterOver')}</p>`),
  };
}
