#!/usr/bin/env node
// A client of the API: uploads every file of a folder, some in each request, and waits until all are worked.
// Usage: node bench/upload.mjs FOLDER URL
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [folder = '.', url = 'http://127.0.0.1:8750'] = process.argv.slice(2);
const filesInRequest = 10;
const requestsAtOnce = 2;
const names = readdirSync(folder).sort();
const ids = [];

async function upload() {
  for (let some = names.splice(0, filesInRequest); some.length > 0; some = names.splice(0, filesInRequest)) {
    const form = new FormData();
    for (const name of some) form.append('files', new Blob([readFileSync(join(folder, name))]), name);
    const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form });
    const { files } = await response.json();
    for (const { documentId } of files) ids.push(documentId);
  }
}

const firstOf = async (status) => {
  const answer = await fetch(`${url}/api/v1/documents?limit=1&status=${status}`);
  return (await answer.json()).documents.length;
};

await Promise.all(Array.from({ length: requestsAtOnce }, upload));
const uploaded = performance.now();
for (const status of ['received', 'read']) while ((await firstOf(status)) > 0) await pause(100);
if ((await firstOf('failed')) > 0 || ids.some((id) => !id)) throw new Error('not all documents were done');
console.log(JSON.stringify({ documents: ids.length, uploadedAfterSeconds: uploaded / 1000 }));
