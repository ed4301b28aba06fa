import { extract, JiannuoError, track } from 'jiannuo';

const plan = extract(
  '浔岭县卫生健康行动方案\n\n到2025年底，县域就诊率达到92%以上。\n\n浔岭县人民政府办公室\n2024年2月6日\n',
  { name: 'plan' },
);
const report = extract(
  '浔岭县2025年卫生健康工作总结\n\n2025年，县域就诊率达到93.1%。\n\n浔岭县卫生健康局\n2026年1月9日\n',
  { name: 'report' },
);
const [row] = track([plan], [report], { asOf: '2026-01-31' });

let refused = null;
try {
  track([plan], [report], { asOf: '2026-02-30' });
} catch (error) {
  if (error instanceof JiannuoError) refused = error.code;
}

console.log(
  JSON.stringify({
    segmentation: plan.engine.segmentation,
    grounded: [plan, report].every(({ source, items }) =>
      items.every((item) => source.text.slice(item.start, item.end) === item.quote),
    ),
    quotes: plan.items.map((item) => item.quote),
    verdict: row.verdict,
    evidence: row.evidence.map(({ quote }) => quote),
    reasons: row.reasons.length,
    refused,
  }),
);
