import { type Parameters, type Phrase, phrase } from './phrase.js';
import type { Span } from './source-text.js';

/** A place of the source with its words. */
export interface Passed extends Span {
  readonly quote: string;
  readonly page: number | null;
}

/** What was looked at and left out, with source offsets, in reading order. */
export interface Considered {
  /** Sentences that promise by effort alone. */
  readonly intentions: readonly Passed[];
  /** With the reason: a rule's name. */
  readonly dropped: readonly (Passed & { readonly rule: string })[];
}

/** What an auditor will ask of a draft, by kind. `{name}` is filled from the finding's parameters. */
export const findingMessages = {
  'no-deadline': phrase('“{indicator}”没有写明完成时限。', '"{indicator}" names no deadline.'),
  'no-owner': phrase('“{indicator}”没有写明责任单位。', '"{indicator}" names no responsible unit.'),
  'no-measure': phrase(
    '“{indicator}”没有可以核对的数字或成果。',
    '"{indicator}" gives neither a figure nor a product that can be checked.',
  ),
  'no-deliverable': phrase(
    '这句承诺没有说清要做成什么。',
    'this promise does not say what is to be there in the end.',
  ),
  hedged: phrase(
    '“{indicator}”用了“{words}”，不是确定的承诺。',
    '"{indicator}" is hedged ({words}): no firm promise.',
  ),
  intention: phrase(
    '这句只表示努力方向，没有指标、成果和时限。',
    'this sentence promises effort only: no figure, no product, no deadline.',
  ),
  'figures-contradict': phrase(
    '“{indicator}”前后数字不一致：{one}（{whereOne}）与{other}（{whereOther}）。',
    '"{indicator}" has two figures: {one} ({whereOne}) and {other} ({whereOther}).',
  ),
  'solved-but-open': phrase(
    '办理结果写为 {class} 类（已解决或基本解决），但有 {count} 项承诺在答复日期 {date} 之后才到期。',
    'class {class} (solved) is claimed, but {count} promises fall due after the reply of {date}.',
  ),
  'planned-without-deadline': phrase(
    '办理结果写为 {class} 类，全文却没有一项写明时限的承诺，无从跟踪。',
    'class {class} is claimed, but no promise has a deadline to follow up by.',
  ),
  'planned-without-owner': phrase(
    '办理结果写为 {class} 类，全文却没有写明由谁继续办理。',
    'class {class} is claimed, but nobody is named to go on with it.',
  ),
  'form-number-differs': phrase(
    '办理单上的编号是 {form}，正文是 {text}。',
    'the form bears number {form}, the text number {text}.',
  ),
  'form-undertaker-differs': phrase(
    '办理单上的承办单位是“{form}”，落款是“{text}”。',
    'the form names "{form}" as undertaking unit, the letter is signed by "{text}".',
  ),
  'deadline-over': phrase(
    '“{indicator}”的时限 {deadline} 早于答复日期 {date}。',
    'the deadline {deadline} of "{indicator}" was over when the reply was signed on {date}.',
  ),
} as const satisfies Readonly<Record<string, Phrase>>;

export type FindingCode = keyof typeof findingMessages;

/** One thing to put right before a draft is sent. Offsets are the source's; the item's id where it is about one. */
export interface Finding extends Passed {
  readonly code: FindingCode;
  readonly parameters: Parameters;
  readonly item: string | null;
}
