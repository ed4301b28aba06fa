import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { phrase } from '../../../domain/phrase.js';
import { damaged, tooMuch } from '../reader.js';
import type { UnpackBudget } from '../shared/unpack.js';
import type { Container } from './container.js';

/** One packed file. What it unpacks to is known only after: its length is counted while it does. */
export const gzipContainer: Container = {
  takes: 'gzip',
  *members(bytes, budget, name) {
    const content = unpacked(bytes, budget);
    budget.open(1, content.length);
    yield { path: innerName(name), bytes: content };
  },
};

function unpacked(bytes: Uint8Array, budget: UnpackBudget): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(budget.left, 1) });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooMuch(phrase('压缩比或长度超过上限', 'too long, or packed by too much'));
    throw damaged(phrase('解压失败', 'it cannot be unpacked'), thrown);
  }
}

/** `答复.docx` of `答复.docx.gz`. The name in the header is in whatever code page its writer had. */
function innerName(name: string): string {
  const own = posix.basename(name);
  const inner = own.replace(/\.tgz$/i, '.tar').replace(/\.gz(ip)?$/i, '');
  return inner === '' || inner === own ? '内容' : inner;
}
