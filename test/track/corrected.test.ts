import { describe, expect, it } from 'vitest';
import type { MetaFields } from '../../src/domain/meta-correction.js';
import { textView } from '../../src/track/fact/document-view.js';
import { isAbout, subjectOf } from '../../src/track/match/about-plan.js';
import { plainSource } from '../support/plain-source.js';

const text = `松岑县2023年养老服务提升行动方案

到年底，建成社区食堂12个。

松岑县民政局
2023年2月6日
`;

const view = (corrected?: MetaFields) =>
  textView({ file: 'a.txt', source: plainSource(text), ...(corrected && { corrected }) });

describe('a document as people set it right', () => {
  it('has its own words where nothing is set', () => {
    expect(view()).toMatchObject({ place: '松岑县', day: '2023-02-06', plan: { from: 2023, to: 2023 } });
    expect(subjectOf({ ...view({}), document: {} as never })).toEqual(
      subjectOf({ ...view(), document: {} as never }),
    );
  });

  it('has the day that is set, or none', () => {
    expect(view({ date: '2024-02-06' })).toMatchObject({ day: '2024-02-06', reference: { year: 2024 } });
    expect(view({ date: null })).toMatchObject({ day: null, reference: { day: null } });
  });

  it('is of the place of the office that is set, whatever its title says', () => {
    expect(view({ issuer: '柏溪县民政局' }).place).toBe('柏溪县');
    expect(view({ issuer: '柏溪县' }).place).toBe('柏溪县');
    expect(view({ issuer: '民政局' }).place).toBe('松岑县');
    expect(view({ issuer: null }).place).toBe('松岑县');
    expect(view({ title: '柏溪县养老服务提升行动方案' }).place).toBe('柏溪县');
  });

  it('runs over the years of the title that is set', () => {
    expect(view({ title: '松岑县养老服务提升行动方案（2024—2026年）' }).plan).toEqual({
      from: 2024,
      to: 2026,
    });
    expect(view({ title: '松岑县养老服务提升行动方案' }).plan).toEqual({ from: 2023, to: 2023 });
    expect(view({ title: '松岑县养老服务提升行动方案', date: '2024-02-06' }).plan).toEqual({
      from: 2024,
      to: 2024,
    });
  });

  it('answers the proposal whose number is set', () => {
    const of = (corrected: MetaFields) => subjectOf({ ...view(corrected), document: {} as never });
    expect(isAbout(of({ proposalNumber: '12' }), of({ proposalNumber: '012', title: '另一件' }))).toBe(true);
    expect(
      isAbout(of({ proposalNumber: '12', title: '一件' }), of({ proposalNumber: '21', title: null })),
    ).toBe(false);
  });
});
