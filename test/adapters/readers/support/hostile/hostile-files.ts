import type { HostileCase } from './case.js';
import { containers } from './containers.js';
import { ofd } from './ofd.js';
import { office } from './office.js';
import { pdfContent } from './pdf-content.js';
import { pdfStructure } from './pdf-structure.js';
import { pictures } from './pictures.js';
import { texts } from './texts.js';

/** Broken and malicious files of all formats, made on the spot. */
export const hostileFiles: readonly HostileCase[] = [
  ...pdfStructure,
  ...pdfContent,
  ...office,
  ...ofd,
  ...texts,
  ...containers,
  ...pictures,
];
