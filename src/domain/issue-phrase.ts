import type { z } from 'zod';
import { type Phrase, phrase } from './phrase.js';

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, Phrase>> = {
  number: phrase('应当是数字', 'must be a number'),
  int: phrase('应当是整数', 'must be a whole number'),
  string: phrase('应当是文字', 'must be text'),
  boolean: phrase('应当是 true 或 false', 'must be true or false'),
};

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): Phrase {
  if (origin === 'string' && Number(minimum) <= 1) return phrase('不能为空', 'must not be empty');
  if (origin === 'string') return phrase(`至少要 ${minimum} 字`, `needs at least ${minimum} characters`);
  return inclusive
    ? phrase(`不能小于 ${minimum}`, `must be at least ${minimum}`)
    : phrase(`应当大于 ${minimum}`, `must be more than ${minimum}`);
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): Phrase {
  if (origin === 'string') return phrase(`最多 ${maximum} 字`, `takes at most ${maximum} characters`);
  return phrase(`不能大于 ${maximum}`, `must be at most ${maximum}`);
}

const other = phrase('值不对', 'is not a value that can be taken');

/** What is wrong with a value, in plain words; zod's own speak of its types. A check of ours says it in its `params.says`. */
export function issuePhrase(issue: Issue): Phrase {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? phrase(`应当是 ${issue.expected}`, `must be ${issue.expected}`);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return phrase(`可选 ${issue.values.join('、')}`, `must be one of ${issue.values.join(', ')}`);
    case 'invalid_format':
      return issue.format === 'date'
        ? phrase('应当是日期，如 2025-12-31', 'must be a day such as 2025-12-31')
        : phrase('格式不对', 'is not of the right form');
    case 'unrecognized_keys':
      return phrase('没有这一项', 'there is no such one');
    case 'custom':
      return (issue.params?.says as Phrase | undefined) ?? other;
    default:
      return other;
  }
}
