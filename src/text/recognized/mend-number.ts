/** Letters that recognition takes for a figure of the same shape. */
const shapes: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1' };

/** Figures with such letters among them, before more figures' end or a unit. */
const figures = /(?<![A-Za-z\d])\d[\dOoQDlI.,]*(?![A-Za-z])/g;

/** A line as recognised, letters within numbers put right; its length stays. Who calls keeps the changed places doubtful. */
export function mendNumbers(line: string): string {
  return line.replace(figures, (number) => number.replace(/[A-Za-z]/g, (letter) => shapes[letter] ?? letter));
}
