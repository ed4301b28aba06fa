import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanAntd } from './lean-antd.js';
import { pdfjsFiles, pdfjsFolder } from './pdfjs-files.js';

const service = process.env.JIANNUO_WEB_SERVICE ?? 'http://127.0.0.1:8750';

/** Chromium 111: what 360, 奇安信 and UOS browsers carry. The service puts a fresh nonce in place of the mark at each answer. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pdfjsFiles(), leanAntd()],
  resolve: { alias: { 'pdfjs-dist': pdfjsFolder } },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'chrome111',
    reportCompressedSize: false,
    // The policy allows no data: scripts or styles, and small files cost little on an intranet.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/setup', '/healthz', '/readyz'].map((path) => [path, service])),
  },
});
