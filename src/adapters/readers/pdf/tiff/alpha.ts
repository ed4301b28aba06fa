/** A function of PDF (ISO 32000-1, 7.10.5): its entries and its program. */
export interface ColourFunction {
  readonly entries: string;
  readonly program: string;
}

/** Values of ExtraSamples (TIFF 6.0, section 18): colours already multiplied by the alpha sample, or not. */
const [associated, unassociated] = [1, 2];

/**
 * A colour space of so many colours and one alpha sample, which is laid on white paper where the file says what the sample
 * is, else dropped. Works on samples as they come out of the filter, so that any packing will do.
 */
export function withoutAlpha(base: string, colours: number, alpha: number) {
  const names = Array.from({ length: colours + 1 }, (_v, i) => `/C${i}`).join('');
  const ranges = (count: number) => '0 1 '.repeat(count).trim();
  return {
    space: (tint: number) => `[/DeviceN[${names}]${base} ${tint} 0 R]`,
    tint: {
      entries: `/FunctionType 4/Domain[${ranges(colours + 1)}]/Range[${ranges(colours)}]`,
      program: `{${alpha === associated || alpha === unassociated ? onPaper(colours, alpha) : 'pop'}}`,
    },
  };
}

/** Of colours and alpha on the stack: colour × alpha + 1 − alpha for each, the old ones thrown away. */
function onPaper(colours: number, alpha: number): string {
  const each = Array.from({ length: colours }, (_v, i) => {
    const product = alpha === unassociated ? `${i + 1} index mul ` : '';
    return `${colours} index ${product}${i + 1} index sub 1 add`;
  });
  return `${each.join(' ')} ${2 * colours + 1} ${colours} roll ${'pop '.repeat(colours + 1).trim()}`;
}
