interface Part {
  value: number;
  scale: number;
}

/** Adds up a numeral's digits and scales from left to right. Each act tells whether the numeral may go on so. */
export class Total {
  /** Closed parts with their big scales, larger before smaller. */
  private readonly parts: Part[] = [];
  private section = 0;
  private current: number | null = null;
  private lastSmall = Number.POSITIVE_INFINITY;
  /** The scale right before the digit, 0 after 零: 一千三 is 1300, 一千零三 is 1003. */
  private before = 0;

  get empty(): boolean {
    return this.current === null && this.section === 0 && this.parts.length === 0;
  }

  get digitPending(): boolean {
    return this.current !== null;
  }

  /** What a next digit or number has to stay below. */
  get room(): number {
    return Math.min(this.lastSmall, this.parts.at(-1)?.scale ?? Number.POSITIVE_INFINITY);
  }

  digit(value: number): void {
    this.current = value;
  }

  /** Takes the digit back that another numeral begins with: 一百一百, 1万1万. */
  drop(): void {
    this.current = null;
  }

  zero(): void {
    this.before = 0;
  }

  /** 十, 百, 千. Only 十 may stand without a digit before it. */
  small(scale: number): boolean {
    if (scale >= this.lastSmall || (this.current === null && scale !== 10)) return false;
    this.section += (this.current ?? 1) * scale;
    this.current = null;
    this.lastSmall = scale;
    this.before = scale;
    return true;
  }

  /** 万, 亿, 兆; a larger one multiplies all smaller parts before it (一百一十一万亿). */
  big(scale: number): boolean {
    const hasSection = this.section > 0 || this.current !== null;
    const last = this.parts.at(-1);
    if (!hasSection && (!last || last.scale > scale)) return false;
    if (hasSection && last?.scale === scale) return false;
    this.before = scale;
    if (last?.scale === scale) {
      // 四万万, 一亿亿
      last.value *= scale;
      last.scale *= scale;
      return true;
    }
    let value = this.section + (this.current ?? 0);
    for (let top = last; top && top.scale < scale; top = this.parts.at(-1)) {
      value += top.value;
      this.parts.pop();
    }
    this.parts.push({ value: value * scale, scale });
    this.section = 0;
    this.current = null;
    this.lastSmall = Number.POSITIVE_INFINITY;
    return true;
  }

  /** @param shorthand whether a last digit right after a scale counts in its tenths: 一万三 is 13000 */
  value(shorthand: boolean): number {
    let total = this.section;
    for (const part of this.parts) total += part.value;
    if (this.current === null) return total;
    return total + (shorthand && this.before >= 100 ? (this.current * this.before) / 10 : this.current);
  }
}

/** A decimal's product without the last bits' noise; whole numbers stay as they are. */
export const tidy = (n: number): number =>
  Number.isInteger(n) || !Number.isFinite(n) ? n : Number(n.toPrecision(15));
