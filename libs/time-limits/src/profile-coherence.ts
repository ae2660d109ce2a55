import { isLegalDay, languages } from '#lib/kernel';
import { channels, identityLevels, type ProcedureProfile, type Titles } from './procedure-profile.js';
import { termUnits } from './term.js';
import { isZone } from './zone-time.js';

/** A local hour at which a last day may end: `24:00` is 00:00 of the next day (AMB-04); `00:00` would leave nothing of the last day. */
export const isClosingHour = (hour: string): boolean => /^(24:00|(?!00:00)([01]\d|2[0-3]):[0-5]\d)$/.test(hour);

const isSpoken = (titles: Titles): boolean => languages.every((language) => titles[language].trim() !== '');
const isWhole = (number: number, least: number): boolean => Number.isSafeInteger(number) && number >= least;
const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

const rules = {
  id: ({ id, family }) => id !== '' && family !== '',
  title: ({ title }) => isSpoken(title),
  validFrom: ({ validFrom, validTo }) => isLegalDay(validFrom) && (validTo === null || validFrom <= validTo),
  term: ({ term: { unit, length, minimumLength } }) =>
    termUnits.includes(unit) && isWhole(minimumLength, 1) && isWhole(length, minimumLength),
  closing: ({ closing }) => isClosingHour(closing.hour) && isZone(closing.zone) && isSpoken(closing.zoneTitle),
  draftLanguages: ({ draftLanguages }) =>
    draftLanguages.length > 0 &&
    areDistinct(draftLanguages) &&
    draftLanguages.every((each) => languages.includes(each)),
  channels: ({ channels: { mandatory, optional } }) =>
    mandatory.length > 0 &&
    areDistinct([...mandatory, ...optional]) &&
    [...mandatory, ...optional].every((each) => channels.includes(each)),
  identity: ({ identity }) => identityLevels.includes(identity),
  outage: ({ outage }) => isWhole(outage.totalMinutes, 0) && isWhole(outage.lastHours, 0),
  decisions: ({ decisions }) => isWhole(decisions.minimumGroundLength, 0) && isWhole(decisions.sameGroundLimit, 1),
  moderation: ({ moderation }) => isWhole(moderation.waitsHours, 1) && moderation.grounds.length > 0,
  retention: ({ retention }) => isWhole(retention.senderMonths, 1),
  basis: ({ basis }) => basis.length > 0 && basis.every(({ act }) => isSpoken(act)),
} satisfies Readonly<Record<string, (profile: ProcedureProfile) => boolean>>;

/**
 * What a profile has to hold to be computed with at all, wherever it comes from.
 * @throws RangeError naming the profile and every rule that is broken
 */
export function assertCoherent(profile: ProcedureProfile): void {
  const broken = Object.entries(rules).flatMap(([name, holds]) => (holds(profile) ? [] : [name]));
  if (broken.length > 0) throw new RangeError(`procedure profile ${profile.id} is not coherent: ${broken.join(', ')}`);
}
