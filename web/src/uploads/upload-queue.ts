import { api } from '../api/client.js';
import { ApiProblem, isProblem } from '../api/problem.js';
import type { StoredDocument, Upload, UploadedFile } from '../api/types.js';
import { isAway, onReturn } from '../reach/reach.js';
import { nextBatch, resultsOf } from './batches.js';
import type { PickedFile } from './dropped-files.js';
import { keepUploads, takeKeptUploads } from './kept-uploads.js';

/** waiting → sending → working → done or failed; `double`: the same content was there; `refused`, `unsent`: not taken in; `unseen`: taken in, but what came of it may not be asked. */
export type UploadStatus =
  | 'waiting'
  | 'sending'
  | 'working'
  | 'done'
  | 'double'
  | 'failed'
  | 'refused'
  | 'unsent'
  | 'unseen';

export interface UploadRow {
  readonly key: number;
  readonly name: string;
  readonly status: UploadStatus;
  readonly documentId: string | null;
  /** Of a double: the name of the first. */
  readonly firstName: string | null;
  /** What was told of a fault, or of the request that did not come through. */
  readonly fault: { readonly message: string } | ApiProblem | null;
  readonly document: StoredDocument | null;
}

interface Sent extends UploadRow {
  readonly picked: PickedFile;
  /** Sent before without an answer: what is found there already may be this very file. */
  readonly isAgain: boolean;
}

const requestsAtOnce = 2;
const asksAtOnce = 12;
const pauseMs = 1_200;
/** Files that the page has and the service has not. */
const isUnsent = (row: UploadRow | Sent): row is Sent => row.status === 'unsent' && 'picked' in row;
const open: ReadonlySet<UploadStatus> = new Set(['waiting', 'sending', 'working']);

/** Files on their way into the ledger: a few requests at a time, however many were dropped. Lives as long as the page. */
export class UploadQueue {
  #rows = new Map<number, UploadRow | Sent>();
  #snapshot: readonly UploadRow[] = [];
  #waiting: Sent[] = [];
  #requests = 0;
  #nextKey = 1;
  #asking = false;
  #drawn = false;
  /** Files wait for the service to be there again, or for somebody to sign in. */
  #held = false;
  #owner: string | null = null;
  readonly #listeners = new Set<() => void>();
  /** Told when a document has come in or is done: lists elsewhere are out of date. */
  onSettled: () => void = () => undefined;
  /** Told when nobody is signed in any more: what waits is sent by `retry`, once somebody is. */
  onSignedOut: () => void = () => undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly rows = (): readonly UploadRow[] => this.#snapshot;

  /** Whether leaving the page would lose files that were not sent yet. */
  get isSending(): boolean {
    return this.#requests > 0 || this.#waiting.length > 0 || this.hasUnsent;
  }

  /** Whether anything can be sent again. */
  get hasUnsent(): boolean {
    return [...this.#rows.values()].some(isUnsent);
  }

  /** Whose uploads these are: what was under way before a reload is taken up again, what was another's is dropped. @param lost why a file is not sent */
  belongTo(owner: string, lost: string): void {
    if (this.#owner === owner) return;
    if (this.#owner !== null) this.#forget();
    this.#owner = owner;
    for (const { name, documentId } of takeKeptUploads(owner)) {
      const row = this.#row(name, documentId === null ? 'unsent' : 'working');
      this.#set({ ...row, documentId, fault: documentId === null ? { message: lost } : null });
    }
    void this.#ask();
  }

  /** Whose they were signs out: nothing is kept of what was under way. */
  leave(): void {
    this.#owner = null;
    this.#forget();
  }

  /** Called as the page is left. */
  readonly keep = (): void => {
    const under = [...this.#rows.values()].filter((row) => open.has(row.status) || isUnsent(row));
    const kept = under.map(({ name, documentId }) => ({ name, documentId }));
    if (this.#owner !== null) keepUploads(this.#owner, kept);
  };

  add(files: readonly PickedFile[]): void {
    for (const picked of files) {
      const row: Sent = { ...this.#row(picked.path, 'waiting'), picked, isAgain: false };
      this.#rows.set(row.key, row);
      this.#waiting.push(row);
    }
    this.#changed();
    this.#pump();
  }

  /** A document as a person has set it right. */
  readonly note = (document: StoredDocument): void => {
    for (const row of this.#rows.values())
      if (row.documentId === document.id) this.#set({ ...row, document });
  };

  /** A file that was meant to be sent and cannot be, with words why. */
  refuse(name: string, message: string): void {
    this.#set({ ...this.#row(name, 'refused'), fault: { message } });
  }

  /** Sends again what was not taken in because the service was not reached. */
  readonly retry = (): void => {
    this.#held = false;
    for (const row of this.#rows.values()) {
      if (!isUnsent(row)) continue;
      const again: Sent = { ...row, status: 'waiting', fault: null, isAgain: true };
      this.#rows.set(row.key, again);
      this.#waiting.push(again);
    }
    this.#changed();
    this.#pump();
    void this.#ask();
  };

  /** Takes what is over off the list; it stays in the ledger. */
  clear(): void {
    for (const [key, { status }] of this.#rows) if (!open.has(status)) this.#rows.delete(key);
    this.#changed();
  }

  /** Those of a batch that were not dropped while it was on its way. */
  #still(batch: readonly Sent[]): readonly Sent[] {
    return batch.filter(({ key }) => this.#rows.has(key));
  }

  #signedOut(): void {
    this.#held = true;
    this.onSignedOut();
  }

  #forget(): void {
    this.#waiting = [];
    this.#held = false;
    this.#rows.clear();
    this.#changed();
  }

  #row(name: string, status: UploadStatus): UploadRow {
    const key = this.#nextKey;
    this.#nextKey += 1;
    return { key, name, status, documentId: null, firstName: null, fault: null, document: null };
  }

  #set(row: UploadRow | Sent): void {
    this.#rows.set(row.key, row);
    this.#changed();
  }

  /** Drawn once a frame, not once a file. */
  #changed(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    setTimeout(() => {
      this.#drawn = false;
      this.#snapshot = [...this.#rows.values()];
      for (const listener of this.#listeners) listener();
    }, 60);
  }

  #pump(): void {
    while (!this.#held && this.#requests < requestsAtOnce && this.#waiting.length > 0) {
      const batch = nextBatch(this.#waiting);
      this.#waiting.splice(0, batch.length);
      this.#requests += 1;
      void this.#send(batch).finally(() => {
        this.#requests -= 1;
        this.#pump();
      });
    }
  }

  async #send(batch: readonly Sent[]): Promise<void> {
    const form = new FormData();
    for (const row of batch) {
      form.append('files', row.picked.file);
      this.#set({ ...row, status: 'sending' });
    }
    try {
      const { files } = await api.postForm<Upload>('/documents', form);
      for (const row of this.#still(batch)) this.#take(row, resultsOf(row.picked.file.name, files));
    } catch (thrown) {
      const problem = thrown instanceof ApiProblem ? thrown : new ApiProblem(0, 'unreachable', '', null);
      const { files } = (problem.body ?? {}) as { files?: UploadedFile[] };
      for (const row of this.#still(batch)) {
        const results = isAway(problem) ? [] : resultsOf(row.picked.file.name, files ?? []);
        if (results.length > 0) this.#take(row, results);
        else this.#set({ ...row, status: 'unsent', fault: problem });
      }
      this.#held ||= isAway(problem);
      if (isProblem(problem, 401)) this.#signedOut();
    }
    this.onSettled();
    void this.#ask();
  }

  /** An archive's row is the first of its files; each other has a row of its own. */
  #take(sent: Sent, results: readonly UploadedFile[]): void {
    const folder = sent.name.slice(0, sent.name.length - sent.picked.file.name.length);
    for (const [index, result] of results.entries()) {
      const { key } = index === 0 ? sent : this.#row('', 'waiting');
      const row = { ...this.#row(folder + result.name, 'refused'), key };
      if ('error' in result) this.#set({ ...row, fault: result.error });
      else {
        const { documentId, firstName, status } = result;
        const created = result.created || (sent.isAgain && firstName === result.name);
        const isOver = status === 'done' || status === 'failed';
        this.#set({
          ...row,
          documentId,
          firstName: created ? null : firstName,
          status: created || !isOver ? 'working' : 'double',
        });
      }
    }
    if (results.length === 0)
      this.#set({ ...sent, status: 'unsent', fault: new ApiProblem(0, 'unreadable', '', null) });
  }

  /** Asks after the documents that have waited longest, some at a time, until none is left. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (!this.#held) {
      const working = [...this.#rows.values()].filter(({ status }) => status === 'working');
      const unknown = [...this.#rows.values()].filter(
        ({ status, document, fault }) => status === 'double' && !document && !fault,
      );
      const asked = [...unknown, ...working].slice(0, asksAtOnce);
      if (asked.length === 0) break;
      const settled = await Promise.all(asked.map((row) => this.#look(row)));
      if (settled.some(Boolean)) this.onSettled();
      else await new Promise((resume) => setTimeout(resume, pauseMs));
    }
    this.#asking = false;
  }

  async #look(row: UploadRow): Promise<boolean> {
    try {
      const document = await api.get<StoredDocument>(
        `/documents/${encodeURIComponent(row.documentId ?? '')}`,
      );
      const isOver = document.status === 'done' || document.status === 'failed';
      const status =
        !isOver || row.status === 'double' ? row.status : document.status === 'done' ? 'done' : 'failed';
      // Taken off the list meanwhile: it does not come back.
      if (this.#rows.has(row.key)) this.#set({ ...row, document, status, fault: document.fault });
      return isOver;
    } catch (thrown) {
      if (isProblem(thrown, 401)) this.#signedOut();
      // Not reached, busy, signed out: asked again after the pause. Not allowed, removed: asking again changes nothing.
      if (!isProblem(thrown, 403, 404)) return false;
      const status = row.status === 'double' ? row.status : 'unseen';
      if (this.#rows.has(row.key)) this.#set({ ...row, status, fault: thrown });
      return true;
    }
  }
}

export const uploads = new UploadQueue();
/** Not at once: a service that comes back in part is not pressed. */
const returnMs = 1_000;
onReturn(() => void setTimeout(uploads.retry, returnMs));
addEventListener('pagehide', uploads.keep);
