export function median(values: readonly number[]): number;
export function rounded(n: number): number;
export function commit(): string;
export function record(name: string, command: string, figures: Readonly<Record<string, unknown>>): void;
