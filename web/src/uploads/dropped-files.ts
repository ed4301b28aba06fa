export interface PickedFile {
  readonly file: File;
  /** With the folders that it was in, from the one that was chosen on. */
  readonly path: string;
}

/** A file or folder that the browser could not read: gone meanwhile, or not allowed. */
export interface Unread {
  readonly unread: string;
}

/** Whether what was chosen can be read still: a browser reads no file that was changed since. */
export const isThere = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** What systems and Office leave in folders: nobody means to upload it. */
const isLitter = (name: string): boolean => /^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(name);

/** Files of an input, of a folder's too. */
export const pickedFiles = (files: Iterable<File>): PickedFile[] =>
  [...files]
    .filter(({ name }) => !isLitter(name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A reader gives some hundred entries at a time, and none at the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    yield* some;
  }
}

async function* walk(entry: FileSystemEntry): AsyncGenerator<PickedFile | Unread> {
  if (isLitter(entry.name)) return;
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) yield { file: await fileOf(entry as FileSystemFileEntry), path };
    else for await (const child of entriesOf(entry as FileSystemDirectoryEntry)) yield* walk(child);
  } catch {
    yield { unread: path };
  }
}

/** Files that were dropped, folders walked to their ends; one that cannot be read does not keep back the others. The drop's own list is empty after the event: it is read at once. */
export async function* droppedFiles(items: DataTransferItemList): AsyncGenerator<PickedFile | Unread> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  for (const entry of entries) yield* walk(entry);
}
