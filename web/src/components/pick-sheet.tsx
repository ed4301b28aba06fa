import { Button } from 'antd';
import { useRef } from 'react';

const taken = '.xlsx,.csv,.docx,.doc,.pdf,.ofd,.html,.htm';

/** Asks for a file with a table in it. */
export function PickSheet({
  label,
  onPick,
}: {
  readonly label: string;
  readonly onPick: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={taken}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
}
