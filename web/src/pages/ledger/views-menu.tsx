import { DeleteOutlined, FolderOpenOutlined, LinkOutlined } from '@ant-design/icons';
import { App, Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { lineOfReview } from '../../components/line-of-review.js';
import { useWords } from '../../i18n/words.js';
import { useSavedViews } from './saved-views.js';
import { ledgerWords } from './words.js';

/** What nobody has looked at and the engine is not sure of, promises and results. */
const queueOfReview = `stance=all&lessSureThan=${lineOfReview}&reviewed=false`;

function List({ search, onChosen }: { readonly search: string; readonly onChosen: () => void }) {
  const t = useWords(ledgerWords);
  const { message } = App.useApp();
  const { views, save, remove } = useSavedViews();
  const [name, setName] = useState('');
  const keep = () => {
    if (name.trim() === '') return;
    save(name.trim(), search);
    setName('');
  };
  // Pages without TLS have no clipboard interface: the address bar is left to copy from.
  const copy = async () => {
    await navigator.clipboard?.writeText(location.href);
    await message.success(t.copied);
  };
  return (
    <div className="ledger-views">
      {views.length === 0 ? <p className="quiet">{t.noViews}</p> : null}
      <ul>
        <li>
          <Link to={`/ledger?${queueOfReview}`} onClick={onChosen}>
            {t.queueOfReview}
          </Link>
        </li>
        {views.map((view) => (
          <li key={view.name}>
            <Link to={`/ledger?${view.search}`} onClick={onChosen}>
              {view.name}
            </Link>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t.removeView(view.name)}
              onClick={() => remove(view.name)}
            />
          </li>
        ))}
      </ul>
      <Space.Compact>
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={keep}
          placeholder={t.viewName}
          aria-label={t.viewName}
          maxLength={40}
        />
        <Button onClick={keep}>{t.save}</Button>
      </Space.Compact>
      {navigator.clipboard ? (
        <Button type="link" icon={<LinkOutlined />} onClick={() => void copy()}>
          {t.copyLink}
        </Button>
      ) : null}
    </div>
  );
}

/** Saved views, saving this one, and its link. */
export function ViewsMenu({ search }: { readonly search: string }) {
  const t = useWords(ledgerWords);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t.saveView}
      content={<List search={search} onChosen={() => setOpen(false)} />}
    >
      <Button icon={<FolderOpenOutlined />}>{t.views}</Button>
    </Popover>
  );
}
