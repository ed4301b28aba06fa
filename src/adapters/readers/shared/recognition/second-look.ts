import type { RecognitionEngine, RecognizedLine, RecognizedWord } from './engine.js';
import { enlarged, type GreyImage, type PixelBox } from './image/grey-image.js';
import { stripOf } from './layout/strip.js';

/** Lines with a figure that was read with less confidence are read once more, larger. */
const sureFrom = 85;
const enlargement = 1.5;
/** In pixels, around a line. */
const around = 8;
/** Of the line's length: a second reading that is shorter or longer lost the line or ran into its neighbour. */
const alike = 0.2;

const hasFigure = ({ text }: RecognizedWord): boolean => /\d/.test(text);
const textOf = (line: RecognizedLine): string => line.map(({ text }) => text).join('');
const figuresOf = (line: RecognizedLine): string => textOf(line).replace(/[^\d.%]/g, '');

/** How sure the least sure figure is. */
const weakest = (line: RecognizedLine): number =>
  Math.min(100, ...line.filter(hasFigure).map(({ confidence }) => confidence));

function boxOf(line: RecognizedLine, { width, height }: GreyImage): PixelBox {
  return {
    left: Math.max(0, Math.floor(Math.min(...line.map(({ box }) => box.left))) - around),
    top: Math.max(0, Math.floor(Math.min(...line.map(({ box }) => box.top))) - around),
    right: Math.min(width, Math.ceil(Math.max(...line.map(({ box }) => box.right))) + around),
    bottom: Math.min(height, Math.ceil(Math.max(...line.map(({ box }) => box.bottom))) + around),
  };
}

const scaled = ({ left, top, right, bottom }: PixelBox, factor: number): PixelBox => ({
  left: left * factor,
  top: top * factor,
  right: right * factor,
  bottom: bottom * factor,
});

const percentages = (line: RecognizedLine): number[] =>
  [...textOf(line).matchAll(/(\d[\d.]*)%/g)].map(([, digits]) => Number(digits));
const overHundred = (values: readonly number[]): number => values.filter((value) => value > 100).length;

/** Whether the second reading is the better: the sign of a percentage is easily taken for one more figure. */
function isBetter(second: RecognizedLine, first: RecognizedLine): boolean {
  const [before, after] = [percentages(first), percentages(second)];
  if (before.length !== after.length) return after.length > before.length;
  const [odd, less] = [overHundred(before), overHundred(after)];
  return odd === less ? weakest(second) > weakest(first) : less < odd;
}

/** The better of two readings; figures in which they differ stay as unsure as they ever were. */
function surer(first: RecognizedLine, second: RecognizedLine): RecognizedLine {
  const [before, after] = [textOf(first).length, textOf(second).length];
  if (Math.abs(after - before) > before * alike + 1) return first;
  const [sure, other] = isBetter(second, first) ? [second, first] : [first, second];
  if (figuresOf(sure) === figuresOf(other)) return sure;
  const doubt = Math.min(weakest(first), weakest(second));
  return sure.map((word) =>
    hasFigure(word) ? { ...word, confidence: Math.min(word.confidence, doubt) } : word,
  );
}

/** Lines of a picture, those with unsure figures as they read on a second look at them alone. */
export async function secondLook(
  engine: RecognitionEngine,
  image: GreyImage,
  lines: readonly RecognizedLine[],
): Promise<Map<RecognizedLine, RecognizedLine>> {
  const unsure = lines.filter((line) => weakest(line) < sureFrom);
  const looked = new Map<RecognizedLine, RecognizedLine>();
  if (unsure.length === 0) return looked;
  const strip = stripOf(
    image,
    unsure.map((line) => boxOf(line, image)),
  );
  const read = await engine.recognize(enlarged(strip.image, enlargement));
  const back = read.map((line) => line.map((word) => ({ ...word, box: scaled(word.box, 1 / enlargement) })));
  for (const [i, found] of strip.sort(back).entries()) {
    const first = unsure[i];
    const second = found.flat().toSorted((a, b) => a.box.left - b.box.left);
    if (first && second.length > 0) looked.set(first, surer(first, second));
  }
  return looked;
}
