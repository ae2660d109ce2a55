export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'is-the-address';

/** Characters, counted as people count them. Above the greatest length the work of hashing would be the sender's to choose. */
export const passwordLengths = { least: 12, greatest: 200 } as const;

/** What lists of leaked passwords are full of; a few letters or digits put around one make it no better. */
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'йцукен',
  'йцукенгшщзхъ',
  'пароль',
  'құпиясөз',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'changeme',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y',
  'qazwsxedc',
  'abcdefghijkl',
  'correcthorsebatterystaple',
  'kazakhstan',
  'qazaqstan',
  'казахстан',
  'қазақстан',
  'astana',
  'almaty',
  'talqy',
];
const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];

/** Every rule a new password breaks; none = it is good. Any letters, no rule of composition, nothing is cut off. */
export function passwordFaults(password: string, email: string): PasswordFault[] {
  const letters = Array.from(password.normalize('NFC')).length;
  const faults: PasswordFault[] = [];
  if (letters < passwordLengths.least) faults.push('too-short');
  if (letters > passwordLengths.greatest) faults.push('too-long');
  if (isCommon(password)) faults.push('too-common');
  if (isAddress(password, email)) faults.push('is-the-address');
  return faults;
}

function isCommon(password: string): boolean {
  const plain = password.normalize('NFC').toLowerCase();
  const core = plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  if (common.includes(plain) || common.includes(core)) return true;
  return /^(.{1,4})\1+.{0,3}$/u.test(plain) || rows.some((row) => row.includes(plain)) || /^\d+$/.test(plain);
}

function isAddress(password: string, email: string): boolean {
  const plain = password.normalize('NFC').toLowerCase().trim();
  const address = email.toLowerCase();
  return plain === address || plain.replaceAll(/[\d\p{P}]+/gu, '') === address.replaceAll(/[\d\p{P}]+/gu, '');
}
