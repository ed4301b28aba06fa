import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

// pdfjs-dist is what pdf-parse brings: the page draws by the version that the service reads by.
const fromPdfParse = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
const packageFile = fromPdfParse.resolve('pdfjs-dist/package.json');
export const pdfjsFolder = dirname(packageFile);

const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** Maps of Chinese characters, the standard fonts and decoders, under the page's own files: pdf.js asks nobody else for them. */
export const pdfjsFiles = (): Plugin => ({
  name: 'pdfjs-files',
  apply: 'build',
  generateBundle() {
    for (const part of ['cmaps', 'standard_fonts', 'wasm'])
      for (const name of readdirSync(join(pdfjsFolder, part)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${version}/${part}/${name}`,
          source: readFileSync(join(pdfjsFolder, part, name)),
        });
  },
});
