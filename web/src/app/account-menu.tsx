import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { isProblem } from '../api/problem.js';
import { signOut } from '../api/session.js';
import type { Me } from '../api/types.js';
import { keepDraftsFor } from '../components/drafts.js';
import { useProblemText } from '../components/problem-notice.js';
import { languages } from '../i18n/current.js';
import { joins } from '../i18n/joins.js';
import { terms } from '../i18n/terms.js';
import { useLanguage, useWords } from '../i18n/words.js';
import { uploads } from '../uploads/upload-queue.js';
import { hasShortcuts, switchShortcuts } from './shortcuts.js';
import { schemes } from './theme.js';
import { useScheme } from './theme-provider.js';
import { appWords } from './words.js';

const languageNames = { zh: '中文', en: 'English' } as const;

/** Who is signed in; language, colours and signing out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { labelled } = useWords(joins);
  const t = useWords(appWords);
  const { role } = useWords(terms);
  const { language, choose } = useLanguage();
  const scheme = useScheme();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [shortcuts, setShortcuts] = useState(() => hasShortcuts(me));
  const name = me.via === 'local' ? t.localUser : me.name;
  const leave = async () => {
    try {
      await signOut();
    } catch (thrown) {
      // A session that is over already is one that was left.
      if (!isProblem(thrown, 401)) return void message.error(textOf(thrown));
    }
    uploads.leave();
    keepDraftsFor('');
    // Whatever the page holds of this person goes with it.
    location.assign('/sign-in');
  };
  const items: MenuProps['items'] = [
    { key: 'role', label: `${name} · ${role[me.role]}`, disabled: true },
    { type: 'divider' },
    {
      type: 'group',
      label: t.language,
      children: languages.map((each) => ({
        key: `language:${each}`,
        label: languageNames[each],
        onClick: () => choose(each),
      })),
    },
    {
      type: 'group',
      label: t.scheme,
      children: schemes.map((each) => ({
        key: `scheme:${each}`,
        label: t.schemes[each],
        onClick: () => scheme.choose(each),
      })),
    },
    {
      type: 'group',
      label: t.shortcuts,
      children: [true, false].map((on) => ({
        key: `shortcuts:${on}`,
        label: on ? t.shortcutsOn : t.shortcutsOff,
        onClick: () => {
          switchShortcuts(me, on);
          setShortcuts(on);
        },
      })),
    },
    ...(me.via === 'session'
      ? [{ type: 'divider' as const }, { key: 'leave', label: t.signOut, onClick: () => void leave() }]
      : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [`language:${language}`, `scheme:${scheme.scheme}`, `shortcuts:${shortcuts}`],
      }}
    >
      <Button
        type="text"
        className="top-bar-account"
        icon={<UserOutlined />}
        aria-label={labelled(t.account, name)}
      >
        <span className="top-bar-name">{name}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}
