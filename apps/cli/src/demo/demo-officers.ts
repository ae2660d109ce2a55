import { Database } from '#lib/database';
import { StateBodies } from '#lib/service-register';
import type { Context } from '../command-line/context.js';
import { createdOfficer, type OfficerActor } from '../officer/officer-actor.js';
import { demoPassword, type DemoSignIn, demoSignIns } from './demo-sign-ins.js';

/** Who answers and who signs for a body. */
export interface DemoOfficials {
  readonly officer: OfficerActor;
  readonly signer: OfficerActor;
}

/** Makes the demo accounts that are missing; returns the officials of each developing body, by its code. */
export async function demoOfficers(context: Context, secret: string): Promise<ReadonlyMap<string, DemoOfficials>> {
  const people = new Map<DemoSignIn, OfficerActor>();
  for (const signIn of demoSignIns) people.set(signIn, await actorOf(context, signIn, secret));
  const of = (bodyCode: string, role: 'officer' | 'signer') =>
    [...people].find(([signIn]) => signIn.bodyCode === bodyCode && signIn.roles.includes(role))?.[1];
  const officials = new Map<string, DemoOfficials>();
  for (const { bodyCode } of demoSignIns) {
    const officer = of(bodyCode, 'officer');
    const signer = of(bodyCode, 'signer');
    if (officer && signer) officials.set(bodyCode, { officer, signer });
  }
  return officials;
}

async function actorOf(context: Context, signIn: DemoSignIn, secret: string): Promise<OfficerActor> {
  const { email, name, roles, bodyCode } = signIn;
  const body = await context.get(StateBodies).byCode(bodyCode);
  if (!body) throw new Error(`the register lacks ${bodyCode}`);
  const [known] = await context.get(Database).query<{ id: string }>('select id from officer where email = $1', [email]);
  if (known) return { kind: 'officer', id: known.id, name, bodyId: body.id, roles };
  return createdOfficer(context, { email, name, password: demoPassword(secret, email), bodyId: body.id, roles });
}
