export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'is-the-address' | 'is-the-name';

/** Characters, counted as people count them. Above the greatest length the work of hashing would be the sender's to choose. */
export const passwordLengths = { least: 12, greatest: 200 } as const;

/** Whose password it is. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Words of this place that lists of other countries lack; a few letters or digits put around one make it no better. */
const common = [
  'йцукен',
  'йцукенгшщзхъ',
  'пароль',
  'құпиясөз',
  'administrator',
  'changeme',
  '1q2w3e4r5t6y',
  'abcdefghijkl',
  'correcthorsebatterystaple',
  'kazakhstan',
  'qazaqstan',
  'казахстан',
  'қазақстан',
  'astana',
  'almaty',
];
const product = ['talqy', 'талқы', 'talky', 'талкы'];
const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
];
const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
/** Letters of its own that a password must have besides its owner's names and the product's. */
const OWN_LETTERS = 5;

/**
 * Every rule a new password breaks; none = it is good. Any letters, no rule of composition, nothing is cut off.
 * @param isLeaked whether a word, in small letters, stands in a list of passwords that leaked
 */
export function passwordFaults(
  password: string,
  owner: PasswordOwner,
  isLeaked: (word: string) => boolean,
): PasswordFault[] {
  const letters = Array.from(password.normalize('NFC')).length;
  const plain = password.normalize('NFC').toLowerCase().trim();
  const faults: PasswordFault[] = [];
  if (letters < passwordLengths.least) faults.push('too-short');
  if (letters > passwordLengths.greatest) faults.push('too-long');
  if (isCommon(plain, isLeaked)) faults.push('too-common');
  if (isAddress(plain, owner.email)) faults.push('is-the-address');
  else if (isOfNames(plain, owner)) faults.push('is-the-name');
  return faults;
}

function isCommon(plain: string, isLeaked: (word: string) => boolean): boolean {
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain) || rows.some((row) => row.includes(plain)) || /^\d+$/.test(plain)) return true;
  const words = new Set([plain, coreOf(plain), withoutLookAlikes(coreOf(plain))]);
  return [...words].some(
    (word) => common.includes(word) || (isLeaked(word) && 2 * word.length >= Math.min(plain.length, 24)),
  );
}

/** What is left when digits and signs around it are taken off. */
const coreOf = (plain: string): string => plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');

const withoutLookAlikes = (word: string): string => word.replaceAll(/[013457@$]/g, (sign) => lookAlikes[sign] ?? sign);

function isAddress(plain: string, email: string): boolean {
  const address = email.toLowerCase();
  return plain === address || plain.replaceAll(/[\d\p{P}]+/gu, '') === address.replaceAll(/[\d\p{P}]+/gu, '');
}

/** Made of the owner's name, parts of the address or the product's name, with next to nothing added. */
function isOfNames(plain: string, { email, name }: PasswordOwner): boolean {
  const parts = `${email} ${name}`.toLowerCase().split(/[^\p{L}]+/u);
  const known = [...parts, ...product].filter((part) => part.length >= 3).toSorted((a, b) => b.length - a.length);
  const rest = known.reduce((left, part) => left.replaceAll(part, ''), plain);
  return rest !== plain && rest.replaceAll(/[^\p{L}]+/gu, '').length < OWN_LETTERS;
}
