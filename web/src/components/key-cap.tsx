import './key-cap.css';

/** The key that does the same. */
export const KeyCap = ({ children }: { readonly children: string }) => (
  <kbd className="key-cap">{children}</kbd>
);
