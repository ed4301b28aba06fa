import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { documentsKey, loadSamples, useHasDocuments } from '../../api/documents.js';
import { may, useMe } from '../../app/me.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { UploadButtons } from '../../uploads/upload-buttons.js';
import { UploadList } from '../../uploads/upload-list.js';
import { AdministratorCard } from './administrator-card.js';
import { welcomeWords } from './words.js';
import './welcome.css';

/** The first minutes: what this is for, and the three things that one can begin with. */
export function WelcomePage() {
  const t = useWords(welcomeWords);
  const me = useMe();
  const client = useQueryClient();
  const samples = useMutation({
    mutationFn: loadSamples,
    onSuccess: () => client.invalidateQueries({ queryKey: documentsKey }),
  });
  const hasDocuments = useHasDocuments();
  // They stay while they are told of; an office with data of its own is not to mix samples in.
  const offersSamples = samples.data !== undefined || samples.isPending || hasDocuments === false;
  const canUpload = may(me, 'editor', 'administrator');
  return (
    <div className="welcome">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p>
        <Link to="/ledger">{t.toLedger}</Link>
      </p>
      {canUpload ? <UploadList /> : null}
      <div className="welcome-cards">
        {canUpload ? (
          <>
            <section className="card">
              <h2>{t.upload.title}</h2>
              <p>{t.upload.text}</p>
              <div className="welcome-actions">
                <UploadButtons />
              </div>
            </section>
            {offersSamples ? (
              <section className="card">
                <h2>{t.samples.title}</h2>
                <p>{t.samples.text}</p>
                {samples.error ? <ProblemNotice thrown={samples.error} /> : null}
                {samples.data ? (
                  <Alert
                    type="success"
                    showIcon
                    role="status"
                    title={t.samples.done(samples.data.files.length)}
                  />
                ) : (
                  <Button loading={samples.isPending} onClick={() => samples.mutate()}>
                    {t.samples.action}
                  </Button>
                )}
              </section>
            ) : null}
          </>
        ) : null}
        {me.via === 'local' ? <AdministratorCard /> : null}
      </div>
    </div>
  );
}
