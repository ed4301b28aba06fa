import type { Clause } from '../../../text/sentence/sentences.js';

/** A建成开诊、B开工: each product with its own completing word is one; A、B、C开工 stays one. */
export function products(text: string, clause: Clause): Clause[] {
  const body = text.slice(clause.start, clause.end);
  if (!body.includes('、')) return [clause];
  const cuts: number[] = [];
  let open = false;
  let at = 0;
  for (const part of body.split('、')) {
    const completes = part.length >= 5 && endsInCompletion.test(part);
    if (open && completes) cuts.push(at);
    open = completes;
    at += part.length + 1;
  }
  if (cuts.length === 0) return [clause];
  const starts = [0, ...cuts];
  return starts.map((start, i) => ({
    start: clause.start + start,
    end: i + 1 < starts.length ? clause.start + (starts[i + 1] ?? 0) - 1 : clause.end,
    mark: i + 1 < starts.length ? '、' : clause.mark,
  }));
}
const endsInCompletion =
  /(?:建成|竣工|开工|动工|投用|投入使用|投运|通车|交付|投产|开园|开业|开馆|开诊|封顶|完工|落地|通水|启用|验收|封关运行|试运行|试营业)(?:投用|使用|运营|开诊|达效|建设)?$/u;
