import type { Page } from 'playwright-core';

/** WCAG 2: how much of the light a colour as the browser names it, `rgb(11, 12, 12)`, gives back, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(text: string, ground: string): number {
  const [light = 0, dark = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

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
