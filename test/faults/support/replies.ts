import { Buffer } from 'node:buffer';

/** A short reply that differs by its number, with two promises and one result. */
export function reply(n: number): { name: string; bytes: Uint8Array } {
  const text = `云岭市卫生健康局关于市十六届人大三次会议第${n}号建议的答复

李明代表：

您提出的关于加强基层医疗的第${n}号建议收悉，现答复如下：

一、已开展的工作

2024年，全市新建村卫生室${n + 20}所，投入资金${n + 300}万元。

二、下一步工作

到2026年底，全市县域内就诊率达到9${n % 10}%以上，新建社区卫生服务中心${n + 3}个。

云岭市卫生健康局
2025年5月${(n % 28) + 1}日
`;
  return { name: `答复-${n}.txt`, bytes: Buffer.from(text, 'utf8') };
}
