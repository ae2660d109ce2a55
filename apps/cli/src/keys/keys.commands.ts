import { type RotatedKeys, RotateKeys } from '#lib/discussion';
import { system } from '#lib/kernel';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';

const KEYS = ['keys', 'The keys of personal data (docs/security/privacy.md)'] as const;

export const addKeysRotate: AddCommand = (program, act) => {
  group(program, ...KEYS)
    .command('rotate')
    .description('Add a new key and seal every sender anew by it; killed half way, run it again')
    .action(act((call: Call) => rotate(call, false)));
};

export const addKeysRetire: AddCommand = (program, act) => {
  group(program, ...KEYS)
    .command('retire')
    .description('Finish a rotation: seal what is left and drop the older keys nothing uses any more')
    .action(act((call: Call) => rotate(call, true)));
};

async function rotate({ settings, terminal }: Call, withoutNewKey: boolean): Promise<void> {
  const progress = (done: number, all: number) =>
    terminal.line(`Sealed ${done} of ${Math.max(all, done)} senders anew.`);
  const rotated = await inContext(settings, (app) =>
    app.get(RotateKeys).execute({ withoutNewKey, progress }, system('cli')),
  );
  for (const line of said(rotated, settings.keyFile)) terminal.line(line);
}

function said(
  { keyId, isNew, resealed, factors, texts, files, retired, kept }: RotatedKeys,
  keyFile: string,
): string[] {
  return [
    `${isNew ? `The new key ${keyId} seals` : `The key ${keyId} seals`} from now on; ${resealed} senders were sealed anew.`,
    ...(texts > 0 ? [`Texts sealed anew: ${texts}.`] : []),
    ...(factors > 0 ? [`Second factors sealed anew: ${factors}. Their owners sign in again, as they did before.`] : []),
    ...(files > 0 ? [`Uploads sealed anew: ${files}.`] : []),
    ...(isNew
      ? [`Copy ${keyFile} to where its copy is kept, and to every machine that does not read this very file.`]
      : []),
    ...(retired.length > 0
      ? [`Retired: ${retired.join(', ')}. Backups of before still need them: keep the older copy.`]
      : []),
    ...(kept.length > 0
      ? [
          `Still in the ring: ${kept.join(', ')}. Run \`talqy keys retire\` in two minutes, when no process holds them any more.`,
        ]
      : []),
  ];
}
