import { describe, expect, it } from 'vitest';
import { headedRows } from '../../src/app/import/headed-table.js';
import { type ImportDeps, importProposals } from '../../src/app/import/import-proposals.js';
import { planProposals } from '../../src/app/import/plan-proposals.js';
import { neededFields, readProposalHeading } from '../../src/app/import/proposal-columns.js';
import { bodyOfHeadings, dayIn, namesIn, readProposals } from '../../src/app/import/proposal-rows.js';
import type { Proposal } from '../../src/domain/ledger.js';
import type { ProposalNote } from '../../src/domain/proposal-note.js';
import type { SourceText } from '../../src/domain/source-text.js';
import { proposalNumberIn } from '../../src/text/outline/meta/proposal-number.js';
import { sessionKey } from '../../src/text/outline/meta/session.js';

const today = '2026-05-01';

type Rows = readonly (readonly string[])[];

/** Tables of rows of cells; `^` goes on the cell above. */
function sheets(tables: readonly Rows[]): SourceText {
  let text = '';
  const placed = tables.map((rows) => {
    const start = text.length;
    const cells: SourceText['tables'][number]['cells'] = [];
    rows.forEach((row, r) => {
      row.forEach((words, column) => {
        if (words === '^') {
          const above = cells.findLast((cell) => cell.column === column);
          if (above) above.rowSpan += 1;
          return;
        }
        cells.push({
          row: r,
          column,
          rowSpan: 1,
          columnSpan: 1,
          start: text.length,
          end: text.length + words.length,
        });
        text += `${words}\t`;
      });
    });
    return { start, end: text.length, cells };
  });
  return { format: 'xlsx', text, pages: [], lines: [], tables: placed, warnings: [], reader: 'x@1' };
}

function lines(...tables: readonly Rows[]) {
  const table = headedRows(sheets(tables), readProposalHeading, neededFields);
  if (!table) return null;
  return readProposals(table.rows, { today, body: bodyOfHeadings(table.headings) });
}

describe('a list of proposals', () => {
  it('is told by its headings, in any order, below a title', () => {
    const read = lines([
      ['荷塘市代表建议交办清单'],
      ['序号', '主办单位', '建议号', '领衔代表', '案由', '交办日期', '协办单位（分办）'],
      ['1', '市教育局', '第012号', '王 芳', '关于增设\n公交站的建议', '2026/3/9', '市财政局、市公安局'],
      ['合计', '1件', '', '', '', '', ''],
    ]);
    expect(read?.refused).toEqual([]);
    expect(read?.lines).toEqual([
      {
        ...{ sheet: null, line: 3, number: '12', handedOver: '2026-03-09' },
        registration: {
          ...{ title: '关于增设 公交站的建议', body: 'npc', session: null, proposers: ['王芳'] },
          ...{ lead: ['市教育局'], assisting: ['市财政局', '市公安局'] },
        },
      },
    ]);
  });

  it('goes on over pages, and a merged cell stands in each of its rows', () => {
    const read = lines(
      [
        ['提案号', '标题', '提案人', '承办单位'],
        ['1', '甲提案', '民建市委会', '市水利局'],
        ['2', '乙提案', '^', '市住建局'],
      ],
      [['3', '丙提案', '赵云、钱二等5人', '市商务局']],
      [['3', '表', '与', '清单', '无关']],
    );
    expect(
      read?.lines.map(({ number, registration: { body, proposers } }) => [number, body, proposers]),
    ).toEqual([
      ['1', 'cppcc', ['民建市委会']],
      ['2', 'cppcc', ['民建市委会']],
      ['3', 'cppcc', ['赵云', '钱二']],
    ]);
  });

  it('ends with its sheet and its width, and takes 提案号 before any other number', () => {
    const read = lines(
      [
        ['编号', '文号', '提案号', '案由', '来源'],
        ['9', '荷政函〔2026〕3号', '71', '甲', '教科文卫委员会'],
      ],
      [['1', '教育局', '12']],
    );
    expect(read?.refused).toEqual([]);
    expect(read?.lines.map(({ number, registration: { body } }) => [number, body])).toEqual([
      ['71', 'cppcc'],
    ]);
  });

  it('is none without a number and a title', () => {
    expect(
      lines([
        ['序号', '案由'],
        ['1', '甲'],
      ]),
    ).toBeNull();
    expect(
      lines([
        ['建议号', '代表'],
        ['1', '甲'],
      ]),
    ).toBeNull();
    expect(lines()).toBeNull();
  });

  it('tells what is wrong with a line, and takes the others', () => {
    const read = lines([
      ['编号', '题目', '交办时间'],
      ['', '没有编号', ''],
      ['A-7', '看不懂', ''],
      ['5', '没有年份', '3月2日'],
      ['6', '早了', '1926-03-02'],
      ['7', '好的', ''],
      ['8', '长'.repeat(501), ''],
    ]);
    expect(read?.refused.map(({ line, number, problem }) => [line, number, problem.zh.slice(0, 9)])).toEqual([
      [2, null, '没有编号：请补上建'],
      [3, null, '看不懂编号“A-7'],
      [4, '5', '看不懂交办日期“3'],
      [5, '6', '交办日应当在 19'],
      [7, '8', '内容太长：标题至多'],
    ]);
    expect(read?.lines.map(({ number }) => number)).toEqual(['7']);
  });

  it('reads numbers, days, names and sessions however they are written', () => {
    expect(['第0012号', '十二', '20260012', '１２', '12-1', '一二三', 'x', ''].map(proposalNumberIn)).toEqual(
      [...['12', '12', '20260012', '12', null, null, null, null]],
    );
    expect(['2026年3月9日', '2026.3.9', '2026-03-09T00:00:00Z', '2026-02-30', '3月9日'].map(dayIn)).toEqual([
      ...['2026-03-09', '2026-03-09', '2026-03-09', null, null],
    ]);
    expect(namesIn('王 芳、李小明，陈静；王芳\n周八等10人')).toEqual(['王芳', '李小明', '陈静', '周八']);
    expect(namesIn('市教育局 市财政局')).toEqual(['市教育局', '市财政局']);
    expect(
      ['十五届三次', '市十五届人大三次会议', '第十五届人民代表大会第三次会议', '15届3次会议', '三次会议'].map(
        sessionKey,
      ),
    ).toEqual(['15:3', '15:3', '15:3', '15:3', null]);
  });
});

describe('what taking it in would do', () => {
  const proposal = (id: string, given: Partial<Proposal>): Proposal => ({
    ...{
      id,
      tenant: 't',
      body: 'npc',
      session: '市十六届人大三次会议',
      number: '1',
      title: null,
      documentIds: [],
    },
    ...given,
  });
  const note = (proposalId: string, body: ProposalNote['body']): ProposalNote => ({
    ...{
      id: `n${proposalId}`,
      tenant: 't',
      proposalId,
      seq: 1,
      madeBy: '甲',
      madeAt: '2026-01-01T00:00:00Z',
    },
    body,
  });
  const line = (number: string, given: object = {}, handedOver: string | null = null, at = 2) => ({
    ...{ sheet: null, line: at, number, handedOver },
    registration: {
      ...{ title: '题', body: 'npc' as const, session: '十六届三次' },
      ...{ proposers: ['王芳'], lead: ['市教育局'], assisting: [] },
      ...given,
    },
  });
  const outcomes = (...given: Parameters<typeof planProposals>) =>
    planProposals(...given).map(({ line: at, outcome, changes }) => [at, outcome, changes.join()]);

  it('meets the proposal that a reply made, however its session is written', () => {
    const known = { proposals: [proposal('a', {}), proposal('b', { session: '十六届四次会议' })], notes: [] };
    expect(planProposals([line('1')], [], known)).toMatchObject([{ outcome: 'changed', proposalId: 'a' }]);
  });

  it('completes one that says less, once', () => {
    const known = { proposals: [proposal('a', { body: null, session: null })], notes: [] };
    expect(
      planProposals([line('1'), line('1', { session: '十六届四次' }, null, 3)], [], known),
    ).toMatchObject([
      { outcome: 'changed', proposalId: 'a' },
      { outcome: 'new', proposalId: null },
    ]);
  });

  it('changes nothing that is put down already, and nothing of what the list does not say', () => {
    const { registration } = line('1', { assisting: ['市财政局'] });
    const known = {
      proposals: [proposal('a', {})],
      notes: [
        note('a', { kind: 'register', ...registration }),
        note('a', { kind: 'handover', day: '2026-03-09' }),
      ],
    };
    expect(outcomes([line('1', { lead: [] }, '2026-03-09')], [], known)).toEqual([[2, 'same', '']]);
    expect(outcomes([line('1', { title: '新题', lead: ['市卫健委'] }, '2026-03-10')], [], known)).toEqual([
      [2, 'changed', 'title,lead,handover'],
    ]);
  });

  it('refuses a number twice, and one that may be of several', () => {
    const proposals = [proposal('a', { body: 'npc' }), proposal('b', { body: 'cppcc' })];
    const refused = { sheet: null, line: 3, number: null, title: '丙', problem: { zh: '甲', en: 'a' } };
    const plan = planProposals(
      [line('1', { body: null }), line('2', {}, null, 4), line('2', {}, null, 5)],
      [refused],
      { proposals, notes: [] },
    );
    expect(plan.map(({ line: at, outcome, problem }) => [at, outcome, problem?.en.slice(0, 12)])).toEqual([
      [2, 'refused', '2 proposals '],
      [3, 'refused', 'a'],
      [4, 'new', undefined],
      [5, 'refused', 'the number o'],
    ]);
  });
});

describe('a long list', () => {
  const asked = {
    ...{ tenant: 'office', file: { name: '清单.xlsx', bytes: Buffer.from('x') }, by: '王编辑' },
    ...{ list: { body: 'npc' as const, today }, dryRun: false },
  };
  const listOf = (count: number): ImportDeps['reader'] => ({
    readWritten: async () =>
      sheets([
        [['建议号', '案由'], ...Array.from({ length: count }, (_, n) => [String(n + 1), `第${n + 1}件`])],
      ]),
  });
  /** Answers at once, as one in this process does: no turn of anything else comes between two calls. */
  const atOnce = (done: string[]): ImportDeps['store'] => ({
    proposals: async () => [],
    proposalNotes: async () => [],
    registerProposal: async (_, { number }) => {
      done.push(number);
      return number;
    },
    addProposalNote: async (note) => ({ ...note, id: 'n', seq: 1 }),
    linkProposal: async () => {},
  });

  it('leaves others their turn while it is put down', async () => {
    const done: string[] = [];
    const seen: number[] = [];
    let over = false;
    const look = () => {
      seen.push(done.length);
      if (!over) setImmediate(look);
    };
    setImmediate(look);
    await importProposals({ reader: listOf(200), store: atOnce(done) }, asked);
    over = true;
    expect(done).toHaveLength(200);
    const between = seen.filter((count) => count > 0 && count < 200);
    expect(new Set(between).size).toBeGreaterThan(10);
  });

  it('is refused before anything is put down where it is longer than any session', async () => {
    const done: string[] = [];
    const long = importProposals({ reader: listOf(10_001), store: atOnce(done) }, asked);
    await expect(long).rejects.toMatchObject({
      code: 'import-too-long',
      parameters: { file: '清单.xlsx', lines: 10_001, most: 10_000 },
    });
    expect(done).toEqual([]);
  });
});
