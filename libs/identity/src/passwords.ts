import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: about 60 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a random password nobody has; verified against when there is no account, so that both take the same time. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$DcfUK1XzZ+TLAuIbQgfHag$azWa8nyhU7r6//QaFt0IDsHnYldHeF+lvRYE6Tepp+s';

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** Takes the same time whether there is an account or not. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password.normalize('NFC'));
  return matches && passwordHash !== undefined;
}
