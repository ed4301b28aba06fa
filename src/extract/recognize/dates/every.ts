const words =
  /(?:每|逐)(?<half>半)?(?:个)?(?<unit>年度?|季度?|月(?:份)?|周|星期|旬|天|日|学期|学年|两年|三年)(?!均|人均|轻)/y;
const lengths: Readonly<Record<string, string>> = {
  年: 'P1Y',
  年度: 'P1Y',
  季: 'P3M',
  季度: 'P3M',
  月: 'P1M',
  月份: 'P1M',
  周: 'P7D',
  星期: 'P7D',
  旬: 'P10D',
  天: 'P1D',
  日: 'P1D',
  学期: 'P6M',
  学年: 'P1Y',
  两年: 'P2Y',
  三年: 'P3Y',
};

/** 每年, 每季度, 每半年, 逐年: how often, as an ISO 8601 duration. */
export function everyAt(text: string, at: number): { end: number; every: string } | null {
  words.lastIndex = at;
  const groups = words.exec(text)?.groups;
  const every = lengths[groups?.unit ?? ''];
  if (!groups || !every) return null;
  return {
    end: words.lastIndex,
    every: groups.half ? (groups.unit?.startsWith('年') ? 'P6M' : 'P15D') : every,
  };
}
