import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jiannuo, temporaryFolder } from './support/cli.js';

it('serve and work do not start on a file of holidays that is none, and doctor says so', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'secrets.env');
  await writeFile(path, 'PASSWORD=hunter2\n');
  const environment = { JIANNUO_HOLIDAYS: path, JIANNUO_DATA: folder, JIANNUO_PORT: '0' };
  for (const command of ['serve', 'work', 'doctor']) {
    const { code, stdout, stderr } = await jiannuo([command], environment);
    const told = stdout + stderr;
    expect(code, command).not.toBe(0);
    expect(told).toMatch(/JIANNUO_HOLIDAYS 的值不对：\S+secrets\.env 不是 JSON 文件。请指向/);
    expect(told).not.toMatch(/PASS|hunter/);
  }
}, 60_000);
