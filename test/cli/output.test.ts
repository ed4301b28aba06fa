import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../src/adapters/export/csv/csv-record.js';
import { jsonLine } from '../../src/adapters/export/json/json-line.js';
import { oneLine } from '../../src/cli/output/escape.js';
import { renderTable } from '../../src/cli/output/table.js';
import { displayWidth, padEnd, truncate } from '../../src/cli/output/width.js';

describe('CSV', () => {
  it.each(['=1+1', '+86', '@SUM(A1)', '-cmd', '\tx'])('defuses %j', (text) => {
    expect(csvRecord([text])).toMatch(/^"?'/);
  });

  it('leaves numbers, also negative ones, and writes null as nothing', () => {
    expect(csvRecord([-1.5, '-3', null, true, 0])).toBe('-1.5,-3,,true,0\r\n');
  });

  it('quotes what needs it', () => {
    expect(csvRecord(['a,b', '说"好"', '两\n行'])).toBe('"a,b","说""好""","两\n行"\r\n');
  });
});

describe('text of foreign origin', () => {
  it('stays on one line and cannot reverse or colour it', () => {
    expect(oneLine('a\nb\r\u001b[31m\u202e\u2028c')).toBe('a\\nb\\r\\u{1b}[31m\\u{202e}\\u{2028}c');
  });

  it('is one line of JSON that reads back', () => {
    const value = { name: '行\u2028分\u0085隔\n' };
    const line = jsonLine(value);
    expect(line).not.toMatch(/[\n\u2028\u0085]/);
    expect(JSON.parse(line)).toEqual(value);
  });
});

describe('widths', () => {
  it('counts Chinese as two columns', () => {
    expect(displayWidth('承诺ab，')).toBe(8);
    expect(padEnd('承诺', 6)).toBe('承诺  ');
    expect(truncate('县域就诊率', 7)).toBe('县域就…');
  });

  it('lines columns up', () => {
    const table = renderTable(
      [
        { title: '指标', cell: (row: string[]) => row[0] ?? '', max: 10 },
        { title: '值', cell: (row: string[]) => row[1] ?? '', max: 20 },
      ],
      [
        ['就诊率', '92%'],
        ['gdp', '5%'],
      ],
      80,
    );
    const [, , first, second] = table.split('\n');
    expect(first).toBe('就诊率  92%');
    expect(second).toBe('gdp     5%');
  });
});
