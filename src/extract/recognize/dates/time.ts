const clock =
  /(?: |的)?(?:凌晨|清晨|早上|早晨|早间|上午|中午|下午|傍晚|晚上|晚间|夜间|早|晚)?(?:\d{1,2}:\d{2}(?::\d{2})?[时分]?|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:时|点(?!多|以))(?:(?:\d{1,2}|[零一二三四五六七八九十]{1,3})分?|半|整|许)?)/y;
const stamp = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/y;
const part =
  /(?:的)?(?:凌晨|清晨|早上|早晨|早间|上午|中午|下午|傍晚|晚上|晚间|夜间|[早晚](?![已于就在日期]))/y;

/** A time of day after a day: its end, and whether only a part of the day is named (上午). Times are passed over, not read. */
export function timeAt(text: string, at: number): { end: number; part: boolean } | null {
  stamp.lastIndex = at;
  if (stamp.test(text)) return { end: stamp.lastIndex, part: false };
  clock.lastIndex = at;
  if (clock.test(text)) return { end: clock.lastIndex, part: false };
  part.lastIndex = at;
  return part.test(text) ? { end: part.lastIndex, part: true } : null;
}
