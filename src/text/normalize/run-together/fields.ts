import { mayMatch } from '../../pattern/prefilter.js';

/** What a sheet says of a task, a line each: 责任单位：…, 完成时限：…, 进展情况：… */
const label =
  /(?:(?:牵头|分管|责任|包联|包抓|挂钩|主管)(?:市|县|区)?领导|(?:项目|具体|直接|主要)?责任人|(?:责任|牵头|配合|协办|主办|承办|实施|参与|落实)(?:单位|部门)|(?:完成|办结|整改)(?:时限|时间|期限)|(?:实际|目前|任务|工作|整改)?(?:完成|进展|落实)情况|(?:主要|整改|具体)(?:目标|措施|任务)|建设(?:内容|地点|规模|期限|周期|性质)|(?:计划|年度|项目)?总?投资)[：:]/g;

const mayHold = mayMatch(label);

/** Where such fields begin that stand behind one another in one line; a bracket's own are not parted. */
export function fieldBreaks(words: string): number[] {
  if (!mayHold(words)) return [];
  const found = [...words.matchAll(label)].filter(({ index }) => !enclosed(words, index));
  return found.length < 2 ? [] : found.map(({ index }) => index).filter((at) => at > 0);
}

const reach = 300;

function enclosed(words: string, at: number): boolean {
  const near = words.slice(Math.max(0, at - reach), at);
  const last = (marks: string) => Math.max(...[...marks].map((c) => near.lastIndexOf(c)));
  return last('（(【〔[') > last('）)】〕]');
}
