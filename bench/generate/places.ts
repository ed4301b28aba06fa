import type { Chooser } from './random.js';

const first = [...'沅浔澹荇蓼蘅岚琅淇濂泠溆葭菡栖鹿鹤雁鹭苕'];
const second = [...'枫渡浦岭埠泽麓湾陂岫滩樾洲墟坞峪'];
const levels = ['市', '县', '区'] as const;

/** An administrative place that does not exist: some 960 of them. */
export interface Place {
  readonly name: string;
  readonly level: (typeof levels)[number];
}

export function placeOf(chooser: Chooser): Place {
  const level = chooser.pick(levels);
  return { name: `${chooser.pick(first)}${chooser.pick(second)}${level}`, level };
}
