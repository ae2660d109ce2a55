import { createHmac } from 'node:crypto';
import type { Role } from '#lib/kernel';

export interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly bodyCode: string;
  readonly roles: readonly [Role, ...Role[]];
}

/** An administrator, and for each developing body one who answers and one who signs. */
export const demoSignIns: readonly DemoSignIn[] = [
  { email: 'admin@talqy.example', name: 'Сәуле Жандосова', bodyCode: 'MGKI', roles: ['administrator'] },
  { email: 'officer@bbm.example', name: 'Бақыт Есенова', bodyCode: 'BBM', roles: ['officer'] },
  { email: 'signer@bbm.example', name: 'Ерлан Қожахметов', bodyCode: 'BBM', roles: ['signer'] },
  { email: 'officer@kotm.example', name: 'Марина Соколовская', bodyCode: 'KOTM', roles: ['officer'] },
  { email: 'signer@kotm.example', name: 'Асқар Дүйсенбин', bodyCode: 'KOTM', roles: ['signer'] },
];

const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/**
 * The password of a demo sign-in: derived from this installation's secret, so that it is written nowhere, is the same for `seed`
 * and `demo show`, and is of no use elsewhere. Four groups of four.
 */
export function demoPassword(secret: string, email: string): string {
  const digest = createHmac('sha256', secret).update(`demo sign-in ${email}`).digest();
  const letters = [...digest.subarray(0, 16)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
