import type { Container } from './container.js';
import { gzipContainer } from './gzip.container.js';
import { mailContainer } from './mail.container.js';
import { zipContainer } from './zip.container.js';

/** Every kind of file that is unpacked into documents. */
export const containers: readonly Container[] = [zipContainer, gzipContainer, mailContainer];
