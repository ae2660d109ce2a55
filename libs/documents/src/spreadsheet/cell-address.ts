/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** E17 → column 4, row 17; undefined when it is no address. Rows are numbered from 1, as people do; columns from 0. */
export function readAddress(address: string): { column: number; row: number } | undefined {
  const [, letters = '', row = ''] = ADDRESS.exec(address) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(row) };
}
