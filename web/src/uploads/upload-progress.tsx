import { Link } from 'react-router';
import { useWords } from '../i18n/words.js';
import { useUploadCounts } from './use-uploads.js';
import { uploadWords } from './words.js';

/** On every page: how many files are still on their way. */
export function UploadProgress() {
  const t = useWords(uploadWords);
  const { waiting, sending, working } = useUploadCounts();
  const left = waiting + sending + working;
  return left === 0 ? null : (
    <Link to="/documents" className="upload-going">
      {t.going(left)}
    </Link>
  );
}
