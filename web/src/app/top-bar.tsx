import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link, NavLink } from 'react-router';
import type { Me } from '../api/types.js';
import { useWords } from '../i18n/words.js';
import { NewsButton } from '../live/news-button.js';
import { UploadProgress } from '../uploads/upload-progress.js';
import { AccountMenu } from './account-menu.js';
import icon from './icon.svg';
import { menuOf } from './menu.js';
import { appWords } from './words.js';

function Entries({ me, onChosen }: { readonly me: Me; readonly onChosen?: () => void }) {
  const t = useWords(appWords);
  return (
    <ul>
      {menuOf(me).map(({ path, label }) => (
        <li key={path}>
          <NavLink to={path} {...(onChosen ? { onClick: onChosen } : {})}>
            {t.menu[label]}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** Name, menu and account; on a narrow screen the menu opens from the side. */
export function TopBar({ me }: { readonly me: Me }) {
  const t = useWords(appWords);
  const [open, setOpen] = useState(false);
  return (
    <header className="top-bar">
      <Button
        className="top-bar-open"
        type="text"
        icon={<MenuOutlined />}
        aria-label={t.openMenu}
        onClick={() => setOpen(true)}
      />
      <Link to="/" className="top-bar-brand">
        <img src={icon} alt="" width={26} height={26} />
        {t.brand}
      </Link>
      <nav className="top-bar-menu" aria-label={t.navigation}>
        <Entries me={me} />
      </nav>
      <NewsButton />
      <UploadProgress />
      <AccountMenu me={me} />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={240} title={t.brand}>
        <nav className="side-menu" aria-label={t.navigation}>
          <Entries me={me} onChosen={() => setOpen(false)} />
        </nav>
      </Drawer>
    </header>
  );
}
