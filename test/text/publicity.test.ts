import { expect, it } from 'vitest';
import { findPublicity } from '../../src/text/outline/meta/publicity.js';

it.each([
  [['关于第12号建议的答复', '公开属性：主动公开'], 'public'],
  [['公开属性: 依申请公开'], 'on_request'],
  [['信息公开类别：不予公开'], 'closed'],
  [['（此件公开发布）'], 'public'],
  [['（此件主动公开）'], 'public'],
  [['(此件依申请公开)'], 'on_request'],
  [['此件不公开'], 'closed'],
  [['本答复不予公开'], 'closed'],
  [['是否同意公开：是'], 'public'],
  [['是否公开：否'], 'closed'],
  [['是否同意公开：☑是 □否'], 'public'],
  [['是否公开：□是 ☑否'], 'closed'],
  [['公开方式：□主动公开 ☑依申请公开 □不予公开'], 'on_request'],
  [['公开属性：□主动公开 □依申请公开 □不予公开'], null],
  [['每年公开招聘幼儿教师不少于60名'], null],
  [['推进政务公开，公开办事流程'], null],
  [['关于是否公开选聘校长的问题，我局研究认为，是否公开应由学校决定'], null],
] as const)('%j is %j', (words, publicity) => {
  expect(findPublicity(words)).toBe(publicity);
});

it('is looked for at the head and the end, not between them', () => {
  const body = Array.from({ length: 40 }, () => '加强管理。');
  expect(findPublicity([...body, '（此件公开发布）', ...body])).toBeNull();
  expect(findPublicity([...body, '（此件公开发布）'])).toBe('public');
});
