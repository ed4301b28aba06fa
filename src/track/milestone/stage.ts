import {
  ahead,
  begunWords,
  builtVerbs,
  inUseVerbs,
  issuedVerbs,
  negated,
  partialWords,
  rescheduled,
} from '../lexicon/stage-words.js';
import type { Stage } from './deliverable.js';

/** What a clause says of a deliverable. */
export type Saying =
  | { readonly kind: 'reached'; readonly stage: Stage }
  | { readonly kind: 'short' }
  | { readonly kind: 'promised' }
  | { readonly kind: 'nothing' };

const date = '(?:20\\d\\d年)?(?:\\d{1,2}月)?(?:份|底|初|中旬|上旬|下旬|\\d{1,2}日)?';
const adverbs = `(?:于|在|自|从|${date}|已经|已|也|均|都|现已|现|全部|全面|顺利|如期|按期|按时|提前|正式|成功|圆满|率先|实现|全线|同步|相继|陆续|年内|已于|并|经|举行|通过验收并|，)*`;
const objects = '(?:建设工程|工程|项目|建设|改造|任务|工作|编制|一期no)?';
const goesOn =
  '(?=$|[，。；、）]|并|和|及|了|使用|运营|运行|建设|改造|编制|验收|任务|实施|施行|通车|开放|投)';
const verbsAfter = (verbs: string): RegExp => new RegExp(`^${objects}${adverbs}(?:${verbs})${goesOn}`, 'u');
const verbsBefore = (verbs: string): RegExp =>
  new RegExp(`(?:${verbs})(?:了|并实施|并运行)?(?:全[市省县区]|我[市省县区])?$`, 'u');
const endsName = /^(?:建设工程|工程|项目|建设|改造|任务|编制|工作|仪式)*(?:$|[，。；、）]|并|和|及|等)/u;

const stages: readonly (readonly [Stage, string])[] = [
  ['in-use', inUseVerbs],
  ['issued', issuedVerbs],
  ['built', builtVerbs],
];
const after = stages.map(([stage, verbs]) => [stage, verbsAfter(verbs)] as const);
const before = stages.map(([stage, verbs]) => [stage, verbsBefore(verbs)] as const);
/** 建成投用, 建成并投入运营: the later verb tells more. */
const thenInUse = new RegExp(`^[^，。；]{0,12}?(?:${inUseVerbs})(?!前|后|的)`, 'u');
const trial = /试运行|试运营|试开放|试投产/u;

function reached(head: string, tail: string): Stage | null {
  for (const [stage, pattern] of after) {
    const match = pattern.exec(tail);
    if (!match) continue;
    if (stage === 'built' && thenInUse.test(tail.slice(match[0].length)) && !trial.test(tail))
      return 'in-use';
    return stage === 'in-use' && trial.test(tail) ? 'built' : stage;
  }
  if (!endsName.test(tail)) return null;
  for (const [stage, pattern] of before) if (pattern.test(head)) return stage;
  return null;
}

/**
 * Reads what is said of a name, given the words of its clause before and after it.
 * @param wanted the stage that keeps the promise: work on the ground is enough for 开工
 */
export function sayingOf(head: string, tail: string, wanted: Stage): Saying {
  const words = `${head}|${tail}`;
  if (negated.test(words)) return { kind: 'short' };
  if (ahead.test(words) || rescheduled.test(words)) return { kind: 'promised' };
  const stage = reached(head, tail);
  if (stage !== null && !/基本(?:建成|完成|形成)/u.test(words)) return { kind: 'reached', stage };
  if (wanted === 'begun' && begunWords.test(tail) && !/前期|招标|设计|立项/u.test(tail))
    return { kind: 'reached', stage: 'begun' };
  return partialWords.test(tail) || partialWords.test(head) ? { kind: 'short' } : { kind: 'nothing' };
}

const rank: Readonly<Record<Stage, number>> = { begun: 0, issued: 1, built: 1, 'in-use': 2 };

/** Whether a stage that was reached keeps a promise of another: 投用 keeps 建成, 竣工 does not keep 投用. */
export function keeps(wanted: Stage, stage: Stage): boolean {
  return rank[stage] >= rank[wanted];
}
