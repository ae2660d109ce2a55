import { type Instant, instant, type Multilingual } from '#lib/kernel';
import { type StateBodyKind, stateBodyKinds } from '#lib/service-register';
import { type Channel, channels, profileFamilies, type ProfileFamily } from '#lib/time-limits';
import { parse, YAMLParseError } from 'yaml';

export interface PlannedPlacement {
  readonly channel: Channel;
  readonly url: string;
  readonly placedAt: Instant;
}

/** `discussion.yaml`: whose draft it is, under which rules, and when it was shown where. */
export interface DiscussionPlan {
  readonly profile: ProfileFamily;
  readonly kind: 'NEW_STANDARD' | 'OTHER_DRAFT';
  readonly service?: string;
  readonly developer: { readonly code: string; readonly kind: StateBodyKind; readonly name: Multilingual };
  readonly title: Multilingual;
  /** In the unit of the profile; its own length when absent. */
  readonly length?: number;
  readonly placements: readonly PlannedPlacement[];
  /** The zone of times in remarks.csv that name no offset. */
  readonly zone: string;
  /** Where the report is placed, by channel; the channels of the draft when absent. */
  readonly source?: string;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());
const wordsOf = (value: unknown): Multilingual => {
  const { kk, ru, en } = fieldsOf(value);
  return { kk: textOf(kk), ru: textOf(ru), ...(en === undefined ? {} : { en: textOf(en) }) };
};

/**
 * Reads `discussion.yaml`.
 * @returns the plan, or every fault as a line
 */
export function readDiscussionPlan(
  content: string,
):
  | { readonly plan: DiscussionPlan; readonly faults: readonly [] }
  | { readonly plan?: never; readonly faults: readonly string[] } {
  let file: Fields;
  try {
    file = fieldsOf(parse(content));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { faults: [error.message.split('\n')[0] ?? 'is not YAML'] };
  }
  const faults: string[] = [];
  const word = <Word extends string>(name: string, words: readonly Word[], value: unknown, otherwise: Word): Word => {
    const found = words.find((each) => each === value);
    if (found === undefined) faults.push(`${name} is none of ${words.join(', ')}`);
    return found ?? otherwise;
  };
  const developer = fieldsOf(file['developer']);
  const service = textOf(file['service']);
  const kind = word('kind', ['NEW_STANDARD', 'OTHER_DRAFT'] as const, file['kind'] ?? 'OTHER_DRAFT', 'OTHER_DRAFT');
  if (kind === 'NEW_STANDARD' && !/^\d{8}$/.test(service)) faults.push('service is no code of eight digits');
  if (textOf(developer['code']) === '') faults.push('developer.code is missing');
  const length = file['length'] === undefined ? undefined : Number(file['length']);
  if (length !== undefined && !Number.isInteger(length)) faults.push('length is no whole number');
  const plan: DiscussionPlan = {
    profile: word('profile', profileFamilies, file['profile'], 'kz-126'),
    kind,
    ...(service && { service }),
    developer: {
      code: textOf(developer['code']),
      kind: word('developer.kind', stateBodyKinds, developer['kind'] ?? 'CENTRAL', 'CENTRAL'),
      name: wordsOf(developer['name']),
    },
    title: wordsOf(file['title']),
    ...(length === undefined ? {} : { length }),
    placements: placementsOf(file['placements'], faults),
    zone: zoneOf(textOf(file['zone']), faults),
    ...(file['source'] === undefined ? {} : { source: textOf(file['source']) }),
  };
  return faults.length > 0 ? { faults } : { plan, faults: [] };
}

function placementsOf(value: unknown, faults: string[]): PlannedPlacement[] {
  const rows = Array.isArray(value) ? value.map(fieldsOf) : [];
  if (rows.length === 0) faults.push('placements: there is none');
  return rows.flatMap((row, index): PlannedPlacement[] => {
    const at = `placements[${index + 1}]`;
    const channel = channels.find((each) => each === row['channel']);
    const placedAt = instantIn(textOf(row['placed_at']));
    if (!channel) faults.push(`${at}.channel is none of ${channels.join(', ')}`);
    if (!placedAt) faults.push(`${at}.placed_at is no instant with an offset`);
    if (!URL.canParse(textOf(row['url']))) faults.push(`${at}.url is no address`);
    return channel && placedAt ? [{ channel, url: textOf(row['url']), placedAt }] : [];
  });
}

function zoneOf(zone: string, faults: string[]): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone || 'Asia/Almaty' });
  } catch {
    faults.push(`zone ${zone} is not known`);
  }
  return zone || 'Asia/Almaty';
}

/** An ISO instant with its offset; YAML may have quoted it or not. */
export function instantIn(text: string): Instant | undefined {
  try {
    return instant(text);
  } catch {
    return undefined;
  }
}
