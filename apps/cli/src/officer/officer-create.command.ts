import { randomBytes } from 'node:crypto';
import { stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import { isLanguage, type Role, roles } from '#lib/kernel';
import { StateBodies } from '#lib/service-register';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';
import { createdOfficer } from './officer-actor.js';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly body: string;
  readonly role: readonly string[];
  readonly language: string;
  readonly passwordStdin?: boolean;
}

export const addOfficerCreate: AddCommand = (program, act) => {
  group(program, 'officer', 'Officials who sign in')
    .command('create')
    .requiredOption('--email <address>', 'the address to sign in with')
    .requiredOption('--name <name>', 'surname and name')
    .requiredOption('--body <code>', 'code of the state body in the register')
    .requiredOption('--role <roles...>', roles.join(', '))
    .option('--language <language>', 'of pages and letters: kk, ru or en', 'kk')
    .option('--password-stdin', 'read the password from standard input instead of making one')
    .description('Make an account; a password that was made is printed once')
    .action(act(createOfficer));
};

async function createOfficer(call: Call, options: Options): Promise<void> {
  const { email, name, language } = options;
  if (!isLanguage(language)) throw new Refusal('--language is none of kk, ru, en.');
  const unknown = options.role.filter((role) => !(roles as readonly string[]).includes(role));
  if (unknown.length > 0) throw new Refusal(`--role ${unknown.join(', ')}: the roles are ${roles.join(', ')}.`);
  const made = options.passwordStdin ? undefined : randomBytes(15).toString('base64url');
  const password = made ?? (await text(stdin)).replace(/\r?\n$/, '');
  const officer = await inContext(call.settings, async (context) => {
    const body = await context.get(StateBodies).byCode(options.body);
    if (!body) throw new Refusal(`The register has no state body ${options.body}.`);
    const input = { email, name, password, language, bodyId: body.id, roles: options.role as readonly Role[] };
    return createdOfficer(context, input);
  });
  call.terminal.line(`Made the account ${email} (${officer.roles.join(', ')} of ${options.body}).`);
  if (made) call.terminal.line(`Password: ${made}`);
}
