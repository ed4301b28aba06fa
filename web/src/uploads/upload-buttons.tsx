import { FolderOpenOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef } from 'react';
import { useWords } from '../i18n/words.js';
import { pickedFiles } from './dropped-files.js';
import { uploads } from './upload-queue.js';
import { uploadWords } from './words.js';

function take({ target }: ChangeEvent<HTMLInputElement>): void {
  uploads.add(pickedFiles(target.files ?? []));
  // The same files may be chosen again.
  target.value = '';
}

export function UploadButtons() {
  const t = useWords(uploadWords);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="primary" icon={<UploadOutlined />} onClick={() => files.current?.click()}>
        {t.files}
      </Button>
      <Button icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
        {t.folder}
      </Button>
      <input ref={files} type="file" multiple hidden onChange={take} aria-label={t.files} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        onChange={take}
        aria-label={t.folder}
        webkitdirectory=""
      />
    </>
  );
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    webkitdirectory?: string;
  }
}
