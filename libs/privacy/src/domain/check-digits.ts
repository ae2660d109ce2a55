const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

const sum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, position) => total + weight * (digits[position] ?? 0), 0) % 11;

/**
 * Whether the twelfth digit is that of the first eleven, by the rule of the national registers: weights 1 to 11, and where the
 * remainder is 10 a second time with weights 3 to 11, 1, 2; a remainder of 10 again is given to nobody.
 * @param text twelve digits
 */
export function hasRegisterCheckDigit(text: string): boolean {
  const digits = [...text].map(Number);
  const first = sum(digits, WEIGHTS);
  const check = first === 10 ? sum(digits, SECOND_WEIGHTS) : first;
  return check < 10 && check === digits[11];
}

/** An individual identification number: date of birth, century and sex, serial number, check digit. */
export function isIin(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const [year, month, day] = [0, 2, 4].map((from) => Number(text.slice(from, from + 2)));
  const daysIn = [31, year !== undefined && year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    (month ?? 0) - 1
  ];
  const isDay = daysIn !== undefined && day !== undefined && day >= 1 && day <= daysIn;
  return isDay && /^.{6}[0-6]/.test(text) && hasRegisterCheckDigit(text);
}

/** A business identification number: month of registration, kind of entity (4 to 6) and of its part, serial number, check digit. */
export const isBin = (text: string): boolean =>
  /^\d\d(0[1-9]|1[0-2])[456][0-4]\d{6}$/.test(text) && hasRegisterCheckDigit(text);

/** The number of a payment card: 13 to 19 digits of a payment system, with the check digit of Luhn (ISO/IEC 7812-1). */
export function isCardNumber(text: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(text) || /^(\d)\1*$/.test(text)) return false;
  const total = [...text].toReversed().reduce((whole, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 1 : 2);
    return whole + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}
