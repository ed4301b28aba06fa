import { api } from '../api/client.js';
import { ApiProblem, isProblem, unreachable } from '../api/problem.js';
import type { StoredDocument, Upload, UploadedFile } from '../api/types.js';
import { noteAway, onReturn } from '../reach/reach.js';
import { askedRow, isLost, isOfOne, takenRow } from './answers.js';
import { nextBatch, resultsOf } from './batches.js';
import { isThere, type PickedFile } from './dropped-files.js';
import { keepUploads, takeKeptUploads } from './kept-uploads.js';
import { mostTries, Patience } from './patience.js';
import { isUnsent, newRow, type Sent, type UploadRow, type UploadStatus } from './upload-row.js';

const requestsAtOnce = 2;
const asksAtOnce = 12;
const pauseMs = 1_200;
const fresh = { isAgain: false, isAlone: false, tries: 0 };
const open: ReadonlySet<UploadStatus> = new Set(['waiting', 'sending', 'working']);

/** Files on their way into the ledger: a few requests at a time, however many were dropped. Lives as long as the page. */
export class UploadQueue {
  #rows = new Map<number, UploadRow | Sent>();
  #snapshot: readonly UploadRow[] = [];
  #waiting: Sent[] = [];
  #requests = 0;
  #nextKey = 0;
  #asking = false;
  #drawn = false;
  /** What files wait for: the service to be there again, or somebody to sign in. */
  #held: 'away' | 'signed-out' | null = null;
  readonly #patience = new Patience();
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
      const row: Sent = { ...this.#row(picked.path, 'waiting'), picked, ...fresh };
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

  /** Sends again all that was not taken in: somebody wants it. */
  readonly retry = (): void => {
    for (const row of this.#rows.values())
      if (isUnsent(row)) this.#rows.set(row.key, { ...row, goesOn: true, tries: 0 });
    this.#patience.forgive();
    this.resume();
  };

  /** Sends again what did not find the service, or nobody signed in; what was refused is refused again. */
  readonly resume = (): void => {
    this.#patience.stopPausing();
    this.#held = null;
    for (const row of this.#rows.values())
      if (isUnsent(row) && row.goesOn) this.#wait({ ...row, isAgain: true });
    this.#pump();
    void this.#ask();
  };

  /** The service answers. Where it did all the time, the fault is the files' own or the line's: they are tried a few times more, each by itself. */
  readonly returned = (wasAway: boolean): void => {
    if (this.#held !== 'away' || this.#patience.isPausing(wasAway)) return;
    for (const row of this.#rows.values()) {
      if (!isUnsent(row) || !row.goesOn) continue;
      const tries = wasAway ? 0 : row.tries + 1;
      this.#set({ ...row, tries, goesOn: tries < mostTries, isAlone: row.isAlone || !wasAway });
    }
    if (!this.#patience.pause(wasAway, this.resume)) this.#giveUp();
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
    this.#patience.stopPausing();
    this.#held = 'signed-out';
    this.onSignedOut();
  }

  #wait(row: Sent): void {
    const waiting: Sent = { ...row, status: 'waiting', fault: null, goesOn: false };
    this.#set(waiting);
    this.#waiting.push(waiting);
  }

  /** Nothing comes through, though the service is there: all that waits says why, until somebody wants it sent again. */
  #giveUp(): void {
    const unsent = [...this.#rows.values()].filter(isUnsent);
    const fault = unsent.findLast((row) => row.goesOn || row.tries > 0)?.fault ?? null;
    for (const row of unsent) this.#set({ ...row, goesOn: false });
    for (const row of this.#waiting) this.#set({ ...row, status: 'unsent', fault });
    this.#waiting = [];
    this.#held = null;
    this.#patience.stop();
    void this.#ask();
  }

  #forget(): void {
    this.#waiting = [];
    this.#held = null;
    this.#patience.stop();
    this.#rows.clear();
    this.#changed();
  }

  #row(name: string, status: UploadStatus): UploadRow {
    this.#nextKey += 1;
    return newRow(this.#nextKey, name, status);
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
    while (this.#held === null && this.#requests < requestsAtOnce && this.#waiting.length > 0) {
      const batch = nextBatch(this.#waiting);
      this.#waiting.splice(0, batch.length);
      this.#requests += 1;
      void this.#send(batch).finally(() => {
        this.#requests -= 1;
        this.#pump();
      });
    }
  }

  async #send(chosen: readonly Sent[]): Promise<void> {
    for (const row of chosen) this.#set({ ...row, status: 'sending' });
    const batch = await this.#readable(chosen);
    if (batch.length === 0) return;
    const form = new FormData();
    for (const row of batch) form.append('files', row.picked.file);
    try {
      const { files } = await api.postForm<Upload>('/documents', form);
      this.#patience.forgive();
      for (const row of this.#still(batch)) this.#take(row, resultsOf(row.picked.file.name, files));
    } catch (thrown) {
      this.#failed(batch, thrown instanceof ApiProblem ? thrown : unreachable());
    }
    this.onSettled();
    void this.#ask();
  }

  /** Those whose file is still there: one that is not would take the others' request with it. */
  async #readable(batch: readonly Sent[]): Promise<readonly Sent[]> {
    const there = await Promise.all(batch.map(({ picked }) => isThere(picked.file)));
    const still = new Set(this.#still(batch));
    for (const [index, row] of batch.entries())
      if (!there[index] && still.has(row)) this.#set({ ...row, status: 'refused', fault: 'file-gone' });
    return batch.filter((row, index) => there[index] && still.has(row));
  }

  #failed(batch: readonly Sent[], problem: ApiProblem): void {
    const { files } = (problem.body ?? {}) as { files?: UploadedFile[] };
    const lost = isLost(problem);
    const isSignedOut = isProblem(problem, 401);
    for (const row of this.#still(batch)) {
      const results = lost ? [] : resultsOf(row.picked.file.name, files ?? []);
      if (results.length > 0) this.#take(row, results);
      else if (batch.length > 1 && isOfOne(problem)) this.#wait({ ...row, isAgain: true, isAlone: true });
      else this.#set({ ...row, status: 'unsent', fault: problem, goesOn: lost || isSignedOut });
    }
    if (isSignedOut) this.#signedOut();
    if (!lost) return;
    this.#held ??= 'away';
    noteAway();
  }

  /** An archive's row is the first of its files; each other has a row of its own. */
  #take(sent: Sent, results: readonly UploadedFile[]): void {
    const folder = sent.name.slice(0, sent.name.length - sent.picked.file.name.length);
    for (const [index, result] of results.entries()) {
      const { key } = index === 0 ? sent : this.#row('', 'waiting');
      this.#set(takenRow({ ...this.#row(folder + result.name, 'refused'), key }, result, sent.isAgain));
    }
    if (results.length === 0)
      this.#set({ ...sent, status: 'unsent', fault: new ApiProblem(0, 'unreadable', '', null) });
  }

  /** Asks after the documents that have waited longest, some at a time, until none is left. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#held === null) {
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
      const now = askedRow(row, document);
      // Taken off the list meanwhile: it does not come back.
      if (this.#rows.has(row.key)) this.#set(now);
      return document.status === 'done' || document.status === 'failed';
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
onReturn(uploads.returned);
addEventListener('pagehide', uploads.keep);
