// Vowel harmony: the ending follows the last number word that is spoken (нөл-ге, алты-ға, үш-ке, қырық-қа).
const units = ['ге', 'ге', 'ге', 'ке', 'ке', 'ке', 'ға', 'ге', 'ге', 'ға'];
const tens = ['ге', 'ға', 'ға', 'ға', 'қа', 'ге'];

/** The dative ending after a number of minutes or seconds, 0-59: "17:30-ға дейін", "17:00-ге дейін". */
export function kazakhDative(number: number): string {
  const ending = number % 10 === 0 ? tens[number / 10] : units[number % 10];
  if (ending === undefined) throw new RangeError(`not 0-59: ${number}`);
  return ending;
}
