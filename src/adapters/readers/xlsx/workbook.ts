import type { OfficePackage } from '../shared/office-package.js';
import { isOn } from '../shared/on-off.js';

export interface SheetEntry {
  readonly name: string;
  /** null where the file names a part that it does not hold. */
  readonly part: string | null;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904 (files that began on an old Mac). */
  readonly date1904: boolean;
}

/** Reads which sheets there are, in the order of their tabs. Charts and macro sheets have no cells and are left out. */
export function readWorkbook(source: OfficePackage): Workbook {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  source.walk(source.mainPart, {
    open(name, attribute) {
      if (name === 's:workbookPr') date1904 = isOn(attribute('date1904') ?? '0');
      if (name !== 's:sheet') return;
      const part = source.relatedById(attribute('id') ?? '');
      const state = attribute('state') ?? 'visible';
      if (part === null || /worksheets?\//i.test(part))
        sheets.push({ name: attribute('name') ?? '', part, hidden: state !== 'visible' });
    },
    close() {},
  });
  return { sheets, date1904 };
}
