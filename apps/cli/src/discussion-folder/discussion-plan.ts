import { type Instant, instant, instantOf, type Multilingual } from '#lib/kernel';
import { type StateBodyKind, stateBodyKinds } from '#lib/service-register';
import { type Channel, channels, knownFamilies, offsetAt, type ProfileFamily } from '#lib/time-limits';
import { parse, YAMLParseError } from 'yaml';
import { scalarText } from '../command-line/scalar-text.js';

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
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const wordsOf = (value: unknown): Multilingual => {
  const { kk, ru, en } = fieldsOf(value);
  return { kk: scalarText(kk), ru: scalarText(ru), ...(en === undefined ? {} : { en: scalarText(en) }) };
};

/** Reads `discussion.yaml`; without a plan `faults` names everything that is wrong with it. */
export function readDiscussionPlan(content: string): { plan?: DiscussionPlan; faults: readonly string[] } {
  const faults: string[] = [];
  const file = fileOf(content, faults);
  if (faults.length > 0) return { faults };
  const kind = wordOf('kind', ['NEW_STANDARD', 'OTHER_DRAFT'] as const, file['kind'] ?? 'OTHER_DRAFT', faults);
  const profile = wordOf('profile', knownFamilies(), file['profile'], faults);
  const service = scalarText(file['service']);
  if (kind === 'NEW_STANDARD' && !/^\d{8}$/.test(service)) faults.push('service is no code of eight digits');
  const length = file['length'] === undefined ? undefined : Number(file['length']);
  if (length !== undefined && !Number.isInteger(length)) faults.push('length is no whole number');
  const rest = {
    developer: developerOf(fieldsOf(file['developer']), faults),
    title: wordsOf(file['title']),
    placements: placementsOf(file['placements'], faults),
    zone: zoneOf(scalarText(file['zone']), faults),
  };
  const { developer } = rest;
  if (faults.length > 0 || !kind || !profile || !developer) return { faults };
  const plan = {
    kind,
    profile,
    ...rest,
    developer,
    ...(service && { service }),
    ...(length === undefined ? {} : { length }),
  };
  return { plan, faults };
}

function fileOf(content: string, faults: string[]): Fields {
  try {
    return fieldsOf(parse(content));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    faults.push(error.message.split('\n')[0] ?? 'is not YAML');
    return {};
  }
}

function wordOf<Word extends string>(
  name: string,
  words: readonly Word[],
  value: unknown,
  faults: string[],
): Word | undefined {
  const found = words.find((each) => each === value);
  if (found === undefined) faults.push(`${name} is none of ${words.join(', ')}`);
  return found;
}

function developerOf(fields: Fields, faults: string[]): DiscussionPlan['developer'] | undefined {
  const code = scalarText(fields['code']);
  if (code === '') faults.push('developer.code is missing');
  const kind = wordOf('developer.kind', stateBodyKinds, fields['kind'] ?? 'CENTRAL', faults);
  return kind && { code, kind, name: wordsOf(fields['name']) };
}

function placementsOf(value: unknown, faults: string[]): PlannedPlacement[] {
  const rows = Array.isArray(value) ? value.map(fieldsOf) : [];
  if (rows.length === 0) faults.push('placements: there is none');
  return rows.flatMap((row, index): PlannedPlacement[] => {
    const at = `placements[${index + 1}]`;
    const channel = channels.find((each) => each === row['channel']);
    const placedAt = instantIn(scalarText(row['placed_at']));
    if (!channel) faults.push(`${at}.channel is none of ${channels.join(', ')}`);
    if (!placedAt) faults.push(`${at}.placed_at is no instant with an offset`);
    if (!URL.canParse(scalarText(row['url']))) faults.push(`${at}.url is no address`);
    return channel && placedAt ? [{ channel, url: scalarText(row['url']), placedAt }] : [];
  });
}

function zoneOf(zone: string, faults: string[]): string {
  try {
    offsetAt(instantOf(0), zone || 'Asia/Almaty');
  } catch {
    faults.push(`zone ${zone} is not known`);
  }
  return zone || 'Asia/Almaty';
}

/** An ISO instant with its offset; YAML may have quoted it or not. */
function instantIn(text: string): Instant | undefined {
  try {
    return instant(text);
  } catch {
    return undefined;
  }
}
