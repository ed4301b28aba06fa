#!/usr/bin/env node
/** Finds the Chromium that the browser tests run in, or installs Debian's where it is missing and the user may. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const found = () => process.env.JIANNUO_CHROMIUM ?? places.find((place) => existsSync(place)) ?? null;

const aptGet = (...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;

/** The executable. Throws with what to do where there is none. */
export function ensureChromium() {
  const chromium = found();
  if (chromium !== null) {
    if (existsSync(chromium)) return chromium;
    throw new Error(`JIANNUO_CHROMIUM names ${chromium}, which does not exist. 没有这个文件，请改正。`);
  }
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium'))
    return ensureChromium();
  throw new Error(
    '浏览器测试需要 Chromium：请安装（Debian、Ubuntu：sudo apt-get install chromium），或用 JIANNUO_CHROMIUM 指明位置。\n' +
      'The browser tests need Chromium: install it (sudo apt-get install chromium), or name one in JIANNUO_CHROMIUM.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureChromium());
