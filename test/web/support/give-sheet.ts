import type { Page } from 'playwright-core';

/** A table as it is chosen in the browser. */
export const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

/** Chooses a table by the button of that name; the dialog that tells what would become of it. */
export async function giveSheet(page: Page, label: string, file: ReturnType<typeof csv>) {
  await page.getByRole('button', { name: label }).waitFor();
  await page.locator(`input[type=file][aria-label=${label}]`).setInputFiles(file);
  return page.getByRole('dialog', { name: `${label}：${file.name}` });
}
