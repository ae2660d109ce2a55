import { BindToProvider } from '#lib/identity';
import { system } from '#lib/kernel';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

interface Options {
  readonly email: string;
  readonly subject: string;
}

export const addOfficerBind: AddCommand = (program, act) => {
  group(program, 'officer', 'Officials who sign in')
    .command('bind')
    .requiredOption('--email <address>', 'of the account here')
    .requiredOption('--subject <sub>', 'by which the identity provider knows the person: the claim sub, not an address')
    .description('Let the identity provider of TALQY_OIDC_ISSUER sign an official in')
    .action(act(bindOfficer));
};

async function bindOfficer({ settings, terminal }: Call, { email, subject }: Options): Promise<void> {
  const issuer = settings.provider?.issuer;
  if (issuer === undefined) throw new Refusal('No identity provider is set: TALQY_OIDC_ISSUER.');
  const person = { issuer, subject };
  await inContext(settings, (context) => context.get(BindToProvider).byAddress(email, person, system('cli')));
  terminal.line(`Bound ${email} to ${subject} of ${issuer}.`);
}
