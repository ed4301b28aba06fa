import type { Item } from '../../domain/item.js';
import type { FactView } from '../fact/document-view.js';
import { canonicalText } from '../indicator/canonical.js';
import { promiseBack, promiseFront } from '../lexicon/stage-words.js';

/** What completes it: work begun, a paper out, a thing built, a thing in use. */
export type Stage = 'begun' | 'issued' | 'built' | 'in-use';

/** A promised deliverable: its names without the verbs around them, and the stage that keeps the promise. */
export interface Deliverable {
  readonly item: Item;
  readonly view: FactView;
  /** Canonical; several where one predicate governs a list. */
  readonly names: readonly string[];
  readonly stage: Stage;
}

function stageOf(quote: string): Stage {
  if (
    /投用|投入使用|投入运营|投入运行|投产|投运|启用|交付|通车|开放|开园|开馆|开业|开诊|上线|运营|试运行/u.test(
      quote,
    )
  )
    return 'in-use';
  if (/开工|动工|启动|开建|奠基/u.test(quote) && !/建成|完工|竣工|完成/u.test(quote)) return 'begun';
  if (
    /《|出台|印发|制定|发布|修订|成立|组建|设立|办法|意见|条例|编制|规划/u.test(quote) &&
    !/建成|竣工/u.test(quote)
  )
    return 'issued';
  return 'built';
}

/** Names of at least four characters; shorter ones are found in any sentence. */
const shortest = 4;

function namesOf(indicator: string): string[] {
  const bare = (words: string): string => {
    let rest = canonicalText(words)
      .replace(/^\d{1,2}[.．、](?:20\d\d年)?/u, '')
      .replace(/^的/u, '');
    for (;;) {
      const next = rest.replace(promiseFront, '').replace(promiseBack, '');
      if (next === rest || next.length < shortest) return rest;
      rest = next;
    }
  };
  const whole = indicator.replace(/等(?:一批)?(?:重点|重大|标志性)?(?:项目|工程)?(?=[^，]{0,6}$)/u, '');
  // 《…》 holds its own commas.
  const parts = /《/u.test(whole) ? [whole] : whole.split(/[、]/u);
  const names = parts.map(bare);
  return names.every((name) => name.length >= shortest) ? names : [bare(whole)];
}

/** 深化改革, 扩大开放: effort, which nothing completes. */
const effort =
  /^(?:深化|扩大|加强|推进|提升|完善|促进|保障|支持|强化|优化|提高|加大|加快|落实|做好|统筹|坚持)/u;

/** 完成…行动计划: that a programme is completed says nothing of any one thing in it. */
const programme = /(?:行动计划|行动|计划)$/u;

/** Reads a milestone; null where its name is too short to be told from others. */
export function deliverableOf(item: Item, view: FactView): Deliverable | null {
  const names = namesOf(item.indicator);
  if (names.some((name) => effort.test(name))) return null;
  if (/完成/u.test(item.quote) && programme.test(item.indicator)) return null;
  if (names.some((name) => name.length < shortest)) return null;
  return { item, view, names, stage: stageOf(item.quote) };
}
