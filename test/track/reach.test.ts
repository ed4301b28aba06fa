import { describe, expect, it } from 'vitest';
import { type Figure, type Goal, reachOf, signed } from '../../src/track/compare/reach.js';
import fc from '../support/seeded.js';

const goal = (value: number, more: Partial<Goal> = {}): Goal => ({
  value,
  valueMax: null,
  comparator: '=',
  direction: 'up',
  ...more,
});
const figure = (value: number, more: Partial<Figure> = {}): Figure => ({
  value,
  valueMax: null,
  comparator: '=',
  nearly: false,
  ...more,
});

const finite = fc.double({ min: 0.001, max: 1e9, noNaN: true });

describe('reachOf', () => {
  it.each([
    ['92%以上, 92%', goal(92, { comparator: '>=' }), figure(92), 'yes'],
    ['92%以上, 91.9%', goal(92, { comparator: '>=' }), figure(91.9), 'no'],
    ['5%左右, 4.75%', goal(5, { comparator: '~' }), figure(4.75), 'yes'],
    ['5%左右, 4.7%', goal(5, { comparator: '~' }), figure(4.7), 'no'],
    ['失业率5.5%左右, 5.6%', goal(5.5, { comparator: '~', direction: 'down' }), figure(5.6), 'no'],
    ['失业率5.5%左右, 5.0%', goal(5.5, { comparator: '~', direction: 'down' }), figure(5), 'yes'],
    ['12分钟以内, 13分钟', goal(12, { comparator: '<=', direction: 'down' }), figure(13), 'no'],
    ['12分钟以内, 12分钟', goal(12, { comparator: '<=', direction: 'down' }), figure(12), 'yes'],
    ['1-2个, 1个', goal(1, { comparator: 'range', valueMax: 2 }), figure(1), 'yes'],
    ['82%, 超80%', goal(82), figure(80, { comparator: '>' }), 'no'],
    ['80%以上, 超80%', goal(80, { comparator: '>=' }), figure(80, { comparator: '>' }), 'yes'],
    ['95%以上, 95%左右', goal(95, { comparator: '>=' }), figure(95, { comparator: '~' }), 'unclear'],
    ['500个, 近500个', goal(500), figure(500, { comparator: '~', nearly: true }), 'no'],
    ['490个, 近500个', goal(490), figure(500, { comparator: '~', nearly: true }), 'unclear'],
    [
      '下降5%以上, 下降3.2%',
      goal(-5, { comparator: signed('>=', -1), direction: 'down' }),
      figure(-3.2),
      'no',
    ],
    ['下降5%以上, 下降6%', goal(-5, { comparator: signed('>=', -1), direction: 'down' }), figure(-6), 'yes'],
    ['下降5%以上, 增长2%', goal(-5, { comparator: signed('>=', -1), direction: 'down' }), figure(2), 'no'],
    [
      '不高于9%, 不超过9%',
      goal(9, { comparator: '<=', direction: 'down' }),
      figure(9, { comparator: '<=' }),
      'yes',
    ],
    ['涨幅2%左右, 2.05%', goal(2, { comparator: '~', direction: 'level' }), figure(2.05), 'yes'],
    ['涨幅2%左右, 0.1%', goal(2, { comparator: '~', direction: 'level' }), figure(0.1), 'no'],
  ] as const)('%s', (_, wanted, reported, reach) => {
    expect(reachOf(wanted, reported)).toBe(reach);
  });

  it('holds for more, once it holds, where more is better', () => {
    fc.assert(
      fc.property(
        finite,
        finite,
        finite,
        fc.constantFrom('=', '>=', '~' as const),
        (target, value, more, comparator) => {
          if (reachOf(goal(target, { comparator }), figure(value)) !== 'yes') return;
          expect(reachOf(goal(target, { comparator }), figure(value + more))).toBe('yes');
        },
      ),
    );
  });

  it('holds for less, once it holds, where less is better', () => {
    fc.assert(
      fc.property(finite, finite, fc.double({ min: 0, max: 1, noNaN: true }), (target, value, share) => {
        const wanted = goal(target, { comparator: '<=', direction: 'down' });
        if (reachOf(wanted, figure(value)) !== 'yes') return;
        expect(reachOf(wanted, figure(value * share))).toBe('yes');
      }),
    );
  });

  it('is never yes for a bound on the wrong side', () => {
    fc.assert(
      fc.property(finite, finite, (target, value) => {
        expect(reachOf(goal(target, { comparator: '>=' }), figure(value, { comparator: '<' }))).not.toBe(
          'yes',
        );
        expect(
          reachOf(goal(target, { comparator: '<=', direction: 'down' }), figure(value, { comparator: '>' })),
        ).not.toBe('yes');
      }),
    );
  });
});
