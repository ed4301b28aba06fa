import { Alert, Button } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from '../i18n/words.js';
import { appWords } from './words.js';

/** A part of the page is missing after the service was updated, or it failed: what is stored is not touched by either. */
export function Crash() {
  const thrown = useRouteError();
  const t = useWords(appWords);
  const stale = thrown instanceof TypeError && /import|module/i.test(thrown.message);
  return (
    <main className="narrow">
      <Alert
        type="warning"
        showIcon
        title={stale ? t.problem.stale : t.problem.broken}
        action={
          <Button type="primary" onClick={() => location.reload()}>
            {t.reload}
          </Button>
        }
      />
    </main>
  );
}
