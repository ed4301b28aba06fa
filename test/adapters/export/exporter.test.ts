import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import excel, { type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createLedgerExporter } from '../../../src/adapters/export/ledger.exporter.js';
import { ended } from '../../../src/adapters/export/shared/paced.js';
import { writeXlsx } from '../../../src/adapters/export/xlsx/xlsx.export.js';
import { chosenColumns, type ExportFormat } from '../../../src/app/export/export-query.js';
import type { ExportOptions } from '../../../src/app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../src/domain/ledger.js';
import type { Evidence } from '../../../src/domain/tracking.js';
import { options, pagesOf, row } from './rows.js';

const exporter = createLedgerExporter();
const measured: LedgerRow = row({
  ...{ kind: 'quantity', valueText: '92%以上', value: 92, unit: '%', comparator: '>=' },
  ...{ deadline: '2025-12-31', responsible: ['市卫健委', '市医保局'], page: 3 },
});

async function exported(
  format: ExportFormat,
  rows: readonly LedgerRow[],
  changed: Partial<ExportOptions> = {},
): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(out),
    exporter.write(format, pagesOf(rows), out, { ...options, ...changed }),
  ]);
  return bytes;
}

async function sheetsOf(bytes: Buffer): Promise<Worksheet[]> {
  const book = new excel.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets;
}

const columnOf = (key: string, keys = options.columns.map((column) => column.key)) => keys.indexOf(key) + 1;

describe('Excel', () => {
  it('has Chinese headings, a frozen first row, a filter over all rows', async () => {
    const [sheet] = await sheetsOf(await exported('xlsx', [measured, measured]));
    expect(sheet?.getRow(1).getCell(columnOf('publicity')).value).toBe('公开属性');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(String(sheet?.autoFilter)).toMatch(/^A1:[A-Z]+3$/);
    expect(sheet?.rowCount).toBe(3);
  });

  it('keeps types: numbers, days, words for comparators, a link to the passage', async () => {
    const [sheet] = await sheetsOf(await exported('xlsx', [measured]));
    const cell = (key: string) => sheet?.getRow(2).getCell(columnOf(key));
    expect(cell('value')?.value).toBe(92);
    expect(cell('deadline')?.value).toEqual(new Date('2025-12-31T00:00:00Z'));
    expect(cell('deadline')?.numFmt).toBe('yyyy-mm-dd');
    expect(cell('comparator')?.value).toBe('不低于');
    expect(cell('publicity')?.value).toBe('主动公开');
    expect(cell('responsible')?.value).toBe('市卫健委、市医保局');
    expect(cell('source')?.value).toEqual({
      formula: `HYPERLINK("http://127.0.0.1:8750/api/v1/commitments/${measured.id}/source","第3页")`,
      result: '第3页',
    });
  });

  it.each(['=1+1', '+86', '-cmd', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'holds %j as text, also when it is edited',
    async (words) => {
      const [sheet] = await sheetsOf(await exported('xlsx', [row({ indicator: words })]));
      const cell = sheet?.getRow(2).getCell(columnOf('indicator'));
      expect(cell?.value).toBe(words);
      expect(cell?.type).toBe(excel.ValueType.String);
      expect(cell?.numFmt).toBe('@');
    },
  );

  it('takes out what XML cannot hold and cuts what a cell cannot, and says so', async () => {
    const rows = [row({ indicator: 'a\u0000\u000b\ufffe甲<b>&"' }), row({ indicator: '长'.repeat(40_000) })];
    const [sheet] = await sheetsOf(await exported('xlsx', rows));
    expect(sheet?.getRow(2).getCell(columnOf('indicator')).value).toBe('a甲<b>&"');
    expect(String(sheet?.getRow(3).getCell(columnOf('indicator')).value)).toMatch(/^长{32766}…$/u);
  });

  it('goes on to a further sheet when one is full', async () => {
    const out = new PassThrough();
    const five = Array.from({ length: 5 }, () => measured);
    const writing = writeXlsx(pagesOf(five), out, options, 2).then(() => ended(out));
    const [bytes] = await Promise.all([buffer(out), writing]);
    const sheets = await sheetsOf(bytes);
    expect(sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['台账', 3],
      ['台账2', 3],
      ['台账3', 2],
    ]);
  });

  it('has the chosen columns in the order given', async () => {
    const columns = chosenColumns('publicity,indicator');
    const [sheet] = await sheetsOf(await exported('xlsx', [measured], { columns }));
    expect(sheet?.getRow(1).values).toEqual([undefined, '公开属性', '指标']);
    expect(() => chosenColumns('indicator,nonsense')).toThrow(
      expect.objectContaining({ code: 'query-invalid' }),
    );
  });
});

const state: NonNullable<LedgerRow['state']> = {
  ...{ version: 0, due: '2025-12-31', ahead: 'in_progress', past: 'not_met', disputed: false },
  ...{ claimed: 'under_way', closed: false, vague: false, doubleOf: null },
};

describe('statuses', () => {
  it('are three columns, told of the day of the file, and none for what was not tracked', async () => {
    const columns = chosenColumns('schedule,verified,claimed');
    const rows = [{ ...measured, state }, measured];
    const before = await exported('csv', rows, { columns, day: '2025-03-01' });
    expect(before.toString().split('\r\n').slice(1, 3)).toEqual(['未到期,推进中,推进中', ',,']);
    const after = await exported('csv', rows, { columns, day: '2026-03-01' });
    expect(after.toString().split('\r\n')[1]).toBe('已过期,未达到,推进中');
  });
});

describe('CSV', () => {
  it('begins with the mark, has a line a row, words for comparators, and defuses formulas', async () => {
    const columns = chosenColumns('indicator,comparator,value,deadline,publicity');
    const csv = (
      await exported('csv', [measured, row({ indicator: '=1+1', value: -3 })], { columns })
    ).toString();
    expect(csv).toBe(
      "\ufeff指标,比较,数值,时限,公开属性\r\n新建学校,不低于,92,2025-12-31,主动公开\r\n'=1+1,,-3,,主动公开\r\n",
    );
  });
});

describe('JSON', () => {
  it('is one array, or a line a row, and tells no office', async () => {
    const { tenant: _, ...shown } = measured;
    expect(JSON.parse((await exported('json', [measured, measured])).toString())).toEqual([shown, shown]);
    expect(JSON.parse((await exported('json', [])).toString())).toEqual([]);
    const lines = (await exported('jsonl', [measured, measured])).toString().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([shown, shown]);
  });
});

describe('Word', () => {
  const words = async (
    rows: readonly LedgerRow[],
    notice: 'urge' | 'circular',
    changed: Partial<ExportOptions> = {},
  ) => {
    const parts = unzipSync(new Uint8Array(await exported('docx', rows, { notice, ...changed })));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    return { xml, text: xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '') };
  };

  it('has a sheet for each unit, with target, deadline and source side by side', async () => {
    const { xml, text: told } = await words(
      [measured, row({ responsible: [], valueText: '30%', comparator: '<=' })],
      'urge',
    );
    expect(told).toContain('\n不高于 30%\n');
    expect(told.match(/承诺事项督办单/g)).toHaveLength(3);
    expect(told).toContain('市卫健委：');
    expect(told).toContain('市医保局：');
    expect(told).toContain('未写明责任单位');
    expect(told).toContain('\n92%以上\n');
    expect(told).toContain('2025-12-31');
    expect(told).toContain('第12号 第3页');
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  it('has the figure reported beside the target, and what it says', async () => {
    const evidence = [{ valueText: '90.5%' } as Evidence];
    const judged = { verdict: 'in_progress', evidence, related: [], reasons: [] } as const;
    const told = { itemId: measured.id, documentId: 'd1', state, ahead: judged, past: judged };
    const standing = { ...told, fields: {}, decisions: [], claims: [] };
    const rows = [measured, row({ quote: '新建学校3所' })];
    const { text: said } = await words(rows, 'urge', {
      standing: async (id) => (id === measured.id ? standing : null),
    });
    expect(said).toContain('92%以上\n90.5%（推进中）\n2025-12-31');
    expect(said).toContain('无佐证');
  });

  it('is one circular with the numbers of all units', async () => {
    const late = row({ responsible: ['市教育局'], deadline: '2024-12-31', quote: '新建学校3所' });
    const { text: told } = await words([measured, late], 'circular');
    expect(told).toContain('截至2025年3月1日，列入本次通报的承诺事项共2项，涉及3个单位');
    expect(told).toMatch(/市教育局\s+1\s+1\s+0\s+0/);
  });

  it('takes no achievements, and refuses more than anybody reads', async () => {
    const { text: told } = await words([row({ stance: 'achievement', quote: '已建成' })], 'urge');
    expect(told).not.toContain('已建成');
    const many = Array.from({ length: 2_001 }, () => measured);
    await expect(words(many, 'urge')).rejects.toMatchObject({ code: 'export-too-many' });
  });
});

describe('a slow or a lost reader', () => {
  it('is waited for: rows are asked for no faster than they are taken', async () => {
    let asked = 0;
    const endless = (async function* () {
      for (; asked < 10_000; asked += 1) yield Array.from({ length: 50 }, () => measured);
    })();
    const out = new PassThrough();
    const writing = exporter.write('csv', endless, out, options).catch((thrown: Error) => thrown);
    await new Promise((resume) => setTimeout(resume, 200));
    expect(asked).toBeLessThan(20);
    out.destroy();
    expect(await writing).toBeInstanceOf(Error);
  });

  it.each(['csv', 'xlsx', 'docx'] as const)(
    '%s: a fault among the rows breaks the file off',
    async (format) => {
      const failing = (async function* () {
        yield [measured];
        throw new Error('away');
      })();
      const out = new PassThrough();
      const read = text(out).catch((thrown: Error) => thrown.message);
      await expect(exporter.write(format, failing, out, options)).rejects.toThrow('away');
      expect(await read).toBe('away');
    },
  );
});
