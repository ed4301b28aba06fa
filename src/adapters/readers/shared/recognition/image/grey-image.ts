/** A picture of grey values, row by row from the upper left corner: 0 is black, 255 is white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels: `right` and `bottom` are the first ones outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function blankImage(width: number, height: number): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Copies a box of one picture into another. */
export function paste(from: GreyImage, box: PixelBox, to: GreyImage, x: number, y: number): void {
  for (let row = box.top; row < box.bottom; row++) {
    const start = row * from.width;
    to.data.set(from.data.subarray(start + box.left, start + box.right), (y + row - box.top) * to.width + x);
  }
}

export function crop(image: GreyImage, box: PixelBox): GreyImage {
  const part = blankImage(box.right - box.left, box.bottom - box.top);
  paste(image, box, part, 0, 0);
  return part;
}

/** Turned clockwise by quarters of a turn. */
export function turned(image: GreyImage, quarters: number): GreyImage {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const { width, height, data } = image;
  const result = turns === 2 ? blankImage(width, height) : blankImage(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [to, row] =
        turns === 1
          ? [height - 1 - y, x]
          : turns === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      result.data[row * result.width + to] = data[y * width + x] ?? 255;
    }
  }
  return result;
}

/** The picture so many times as large, its edges soft. */
export function enlarged(image: GreyImage, times: number): GreyImage {
  const { width, height, data } = image;
  const result = blankImage(Math.round(width * times), Math.round(height * times));
  const at = (x: number, y: number) => data[Math.min(y, height - 1) * width + Math.min(x, width - 1)] ?? 255;
  for (let y = 0; y < result.height; y++) {
    const fromY = Math.max(0, (y + 0.5) / times - 0.5);
    const [top, down] = [Math.floor(fromY), fromY % 1];
    for (let x = 0; x < result.width; x++) {
      const fromX = Math.max(0, (x + 0.5) / times - 0.5);
      const [left, right] = [Math.floor(fromX), fromX % 1];
      const above = at(left, top) * (1 - right) + at(left + 1, top) * right;
      const below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
      result.data[y * result.width + x] = above * (1 - down) + below * down;
    }
  }
  return result;
}

/** The grey value that parts ink from paper best (Otsu 1979). */
export function inkThreshold({ data }: GreyImage): number {
  const counts = new Array<number>(256).fill(0);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [below, belowSum, best, threshold] = [0, 0, -1, 128];
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    belowSum += (counts[value] ?? 0) * value;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const difference = belowSum / below - (sum - belowSum) / above;
    const between = below * above * difference * difference;
    if (between > best) [best, threshold] = [between, value];
  }
  return threshold;
}

/** As a PGM file, which every recogniser reads. */
export function toPgm({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
