import { CreateOfficer, type CreateOfficerInput } from '#lib/identity';
import { type Actor, system } from '#lib/kernel';
import type { Context } from '../command-line/context.js';

export type OfficerActor = Extract<Actor, { kind: 'officer' }>;

/** Makes an account and returns its holder as one who acts. */
export async function createdOfficer(context: Context, input: CreateOfficerInput): Promise<OfficerActor> {
  const id = await context.get(CreateOfficer).execute(input, system('cli'));
  return { kind: 'officer', id, name: input.name, bodyId: input.bodyId, roles: input.roles };
}
