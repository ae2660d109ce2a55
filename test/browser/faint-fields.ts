import { contrastOf } from '#lib/testing';
import type { Page } from 'playwright-core';

const styles = `[...document.querySelectorAll('select, textarea, input:not([type=hidden], [type=checkbox], [type=radio])')]
  .map((field) => [field.name, getComputedStyle(field).color, getComputedStyle(field).backgroundColor])`;

/** The fields of a page whose words have less than 7:1 to their own ground, with the ratio; axe passes over what stands in a field. */
export async function faintFields(page: Page): Promise<string[]> {
  const fields = await page.evaluate<[string, string, string][]>(styles);
  return fields
    .filter(([, , ground]) => !ground.startsWith('rgba'))
    .map(([name, text, ground]) => [name, contrastOf(text, ground)] as const)
    .filter(([, ratio]) => ratio < 7)
    .map(([name, ratio]) => `${name}: ${ratio.toFixed(1)}:1`);
}
