import type { z } from 'zod';
import type { documentEventSchema, jobEventSchema } from '../../../src/api/contract/events.js';
import { base } from '../api/client.js';

export type DocumentEvent = z.output<typeof documentEventSchema>;
export type JobEvent = z.output<typeof jobEventSchema>;

export interface LiveListener {
  document(event: DocumentEvent): void;
  job(event: JobEvent): void;
  /** Whether the connection stands. */
  connected(isConnected: boolean): void;
}

/** The service let the connection go: it is asked for again, not at once. */
const pauseMs = 5_000;

/**
 * The one connection of a page by which the service tells what goes on. It is let go while nobody looks at the page: a browser
 * has six for all the pages of a site. Gives what ends it.
 */
export function listen(listener: LiveListener): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  const drop = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
    listener.connected(false);
  };
  const open = () => {
    drop();
    if (document.hidden) return;
    const opened = new EventSource(`${base}/events`);
    source = opened;
    opened.onopen = () => listener.connected(true);
    opened.onerror = () => {
      listener.connected(false);
      // Otherwise the browser comes back by itself, with the id of the last event.
      if (opened.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = window.setTimeout(open, pauseMs);
    };
    opened.addEventListener('document', ({ data }: MessageEvent<string>) =>
      listener.document(JSON.parse(data) as DocumentEvent),
    );
    opened.addEventListener('job', ({ data }: MessageEvent<string>) =>
      listener.job(JSON.parse(data) as JobEvent),
    );
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    drop();
  };
}
