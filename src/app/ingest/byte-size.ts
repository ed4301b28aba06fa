import { JiannuoError } from '../../domain/errors.js';

/** Bytes in the unit a person would say: `100 MiB`, `1.5 MiB`, `12 KiB`, `7 B`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10} ${units[unit]}`;
}

/** Refuses what need not be opened: nothing in it (`file-empty`), or more than the limit (`file-too-large`). */
export function checkSize(name: string, size: number, limit: number): void {
  if (size === 0) throw new JiannuoError('file-empty', { file: name });
  if (size <= limit) return;
  const parameters = { file: name, size: formatBytes(size), limit: formatBytes(limit) };
  throw new JiannuoError('file-too-large', parameters);
}
