import type { WordFile } from './information-block.js';

const shapeSize = 26;
const boxSize = 22;
const boxShapeAt = 14;

/** A text box: its characters within their story, and the place of the body that it hangs on; null where it is not known. */
export interface TextBox {
  readonly start: number;
  readonly end: number;
  readonly anchor: number | null;
}

/** Finds the text boxes of the body and where they hang, by the numbers of their shapes. */
export function readTextBoxes(file: WordFile): TextBox[] {
  const story = file.story('textBoxes');
  if (story.length === 0) return [];
  const boxes = file.part('textBoxes');
  if (!boxes) return [{ start: story.start, end: story.start + story.length, anchor: null }];
  const anchors = new Map<number, number>();
  const shapes = file.part('shapes');
  const shapeCount = shapes ? Math.floor((shapes.length - 4) / (4 + shapeSize)) : 0;
  for (let i = 0; shapes && i < shapeCount; i++)
    anchors.set(shapes.long((shapeCount + 1) * 4 + i * shapeSize), shapes.long(i * 4));
  const count = Math.floor((boxes.length - 4) / (4 + boxSize));
  return Array.from({ length: count }, (_v, i) => {
    const shape = boxes.long((count + 1) * 4 + i * boxSize + boxShapeAt);
    return {
      start: story.start + Math.min(boxes.long(i * 4), story.length),
      end: story.start + Math.min(boxes.long(i * 4 + 4), story.length),
      anchor: anchors.get(shape) ?? null,
    };
  }).filter(({ start, end }) => end > start);
}
