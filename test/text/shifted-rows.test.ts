import { describe, expect, it } from 'vitest';
import { outline } from '../../src/text/outline/outline.js';
import { extractText } from '../extract/corpus.js';
import { plainSource } from '../support/plain-source.js';

const title = '2025年青石区民生实事项目进展情况表（截至9月底）\n';
const header = '序号 | 项目内容 | 进展情况 | 责任单位 |\n';

const told = (rows: string, head = header) =>
  extractText(`${title}${head}${rows}\n`).items.map(
    ({ stance, valueText, responsible }) => `${stance} ${valueText} ${responsible.join('、')}`,
  );

describe('rows of bars whose cells moved left', () => {
  it('stand in their columns, under the unit that reaches down', () => {
    expect(
      told('1 | 新建驿站7家。 | 新建驿站9家。 | 区卫生健康局 |\n新增托位500个。 | 新增托位600个。 | ||'),
    ).toEqual([
      'commitment 7家 区卫生健康局',
      'achievement 9家 区卫生健康局',
      'commitment 500个 区卫生健康局',
      'achievement 600个 区卫生健康局',
    ]);
  });

  it('take a unit of their own before the one above', () => {
    expect(
      told(
        '1 | 新建驿站7家。 | 新建驿站9家。 | 区卫生健康局 |\n改造公园3座。 | 改造公园2座。 | 区城管局 | |',
      ).slice(2),
    ).toEqual(['commitment 3座 区城管局', 'achievement 2座 区城管局']);
  });

  it('keep what has been done apart where the unit reaches down between', () => {
    expect(
      told(
        '1 | 接种疫苗2400人。 | 区卫生健康局 | 已接种2100人。 |\n2 | 配置除颤仪47台。 | 已配置31台。 | |',
        '序号 | 项目内容 | 牵头单位 | 落实情况 |\n',
      ).slice(2),
    ).toEqual(['commitment 47台 区卫生健康局', 'achievement 31台 区卫生健康局']);
  });

  it('stay as they are where only the last cells are empty, or nothing says which column is whose', () => {
    expect(
      told('1 | 新建驿站7家。 | 新建驿站9家。 | 区卫生健康局 |\n2 | 新增托位500个。 | | |').slice(2),
    ).toEqual(['commitment 500个 ']);
    const { blocks } = outline(
      plainSource(`${title}名称 | 数量 | 说明 |\n一号路 | 3公里 | 新建 |\n二号路 | 5公里 | |\n`),
    );
    expect(blocks.filter(({ kind }) => kind === 'row').every(({ merged }) => merged.length === 0)).toBe(true);
  });
});
