import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { documentsKey } from '../api/documents.js';
import { sessionKey } from '../api/session.js';
import { useWords } from '../i18n/words.js';
import { isHolding } from '../reach/reach.js';
import { droppedFiles, type PickedFile } from './dropped-files.js';
import { uploads } from './upload-queue.js';
import { uploadWords } from './words.js';
import './uploads.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A folder of thousands is added as it is walked: its first files are on their way before its last are found. */
async function takeDrop(items: DataTransferItemList, why: string): Promise<void> {
  let some: PickedFile[] = [];
  for await (const picked of droppedFiles(items)) {
    if ('unread' in picked) {
      uploads.refuse(picked.unread, why);
      continue;
    }
    some.push(picked);
    if (some.length < 200) continue;
    uploads.add(some);
    some = [];
  }
  uploads.add(some);
}

/** A page with forms, where what is being typed would be lost by going elsewhere. */
const hasForms = (path: string): boolean => path.startsWith('/commitments/');

/**
 * Files may be dropped anywhere; where they may not be uploaded they are refused, so that the browser doesn't open them in
 * place of the page. Also asks before a page is left that has not sent all of them.
 */
export function DropZone({ mayUpload }: { readonly mayUpload: boolean }) {
  const t = useWords(uploadWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    uploads.onSettled = () => {
      void client.invalidateQueries({ queryKey: documentsKey });
      void client.invalidateQueries({ queryKey: ['ledger'] });
    };
    uploads.onSignedOut = () => void client.setQueryData(sessionKey, null);
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (mayUpload) setOver(true);
      else if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    // Without a related target the pointer has left the window.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      if (!mayUpload) return;
      void takeDrop(event.dataTransfer.items, t.unread);
      if (!hasForms(location.pathname)) void navigate('/documents');
    };
    const stay = (event: BeforeUnloadEvent) => {
      if (uploads.isSending || isHolding()) event.preventDefault();
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('beforeunload', stay);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('beforeunload', stay);
    };
  }, [client, navigate, mayUpload, t]);
  return isOver ? <div className="drop-zone">{t.drop}</div> : null;
}
