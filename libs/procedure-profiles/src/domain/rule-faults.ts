import { hasHiddenCharacters, isWritableText, languages } from '#lib/kernel';
import {
  type Channel,
  channels,
  identityLevels,
  isClosingHour,
  isZone,
  latePolicies,
  postalRules,
  publications,
  type TermUnit,
  termUnits,
  type Titles,
} from '#lib/time-limits';
import type { ProfileFault } from './profile-fault.js';
import type { ProfileRules } from './profile-rules.js';

/** Characters at most, and whole numbers at least and at most: what a procedure can sensibly say. */
const profileLimits = {
  title: 200,
  zoneTitle: 60,
  act: 1_000,
  clause: 40,
  clauses: 30,
  outageMinutes: [0, 44_640],
  outageHours: [0, 720],
  groundLength: [0, 1_000],
  sameGround: [1, 1_000_000],
  waitsHours: [1, 240],
  senderMonths: [1, 120],
} as const;

const LONGEST: Readonly<Record<TermUnit, number>> = { 'calendar-day': 730, 'working-day': 500, week: 104, month: 24 };

/** Everything that is wrong with the rules by themselves. */
export function ruleFaults(rules: ProfileRules): ProfileFault[] {
  const { decisions, moderation, outage } = rules;
  const { outageMinutes, outageHours, groundLength, sameGround, waitsHours, senderMonths } = profileLimits;
  return [
    ...titleFaults('title', rules.title, profileLimits.title),
    ...termFaults(rules.term),
    ...closingFaults(rules.closing),
    ...choiceFaults('latePolicy', rules.latePolicy, latePolicies),
    ...choiceFaults('postalRule', rules.postalRule, postalRules),
    ...choiceFaults('identity', rules.identity, identityLevels),
    ...languageFaults(rules.draftLanguages),
    ...channelFaults(rules.channels),
    ...numberFaults('outage.totalMinutes', outage.totalMinutes, outageMinutes),
    ...numberFaults('outage.lastHours', outage.lastHours, outageHours),
    ...numberFaults('decisions.minimumGroundLength', decisions.minimumGroundLength, groundLength),
    ...numberFaults('decisions.sameGroundLimit', decisions.sameGroundLimit, sameGround),
    ...choiceFaults('moderation.publication', moderation.publication, publications),
    ...numberFaults('moderation.waitsHours', moderation.waitsHours, waitsHours),
    ...numberFaults('retention.senderMonths', rules.retention.senderMonths, senderMonths),
    ...titleFaults('act.title', rules.act.title, profileLimits.act),
    ...clauseFaults(rules.act.clauses),
  ];
}

function textFaults(field: string, text: string, most: number): ProfileFault[] {
  if (text.trim() === '') return [{ field, fault: 'missing' }];
  if ([...text].length > most) return [{ field, fault: 'too-long', bound: most }];
  return isWritableText(text) && !hasHiddenCharacters(text) ? [] : [{ field, fault: 'hidden-character' }];
}

const titleFaults = (field: string, titles: Titles, most: number): ProfileFault[] =>
  languages.flatMap((language) => textFaults(`${field}.${language}`, titles[language], most));

function numberFaults(field: string, number: number, [least, most]: readonly [number, number]): ProfileFault[] {
  if (!Number.isSafeInteger(number)) return [{ field, fault: 'not-whole' }];
  if (number < least) return [{ field, fault: 'too-small', bound: least }];
  return number > most ? [{ field, fault: 'too-large', bound: most }] : [];
}

const choiceFaults = (field: string, value: string, among: readonly string[]): ProfileFault[] =>
  among.includes(value) ? [] : [{ field, fault: 'not-in-list' }];

function termFaults({ unit, length, minimumLength }: ProfileRules['term']): ProfileFault[] {
  const range = [1, LONGEST[unit] ?? LONGEST['calendar-day']] as const;
  const faults = [
    ...choiceFaults('term.unit', unit, termUnits),
    ...numberFaults('term.length', length, range),
    ...numberFaults('term.minimumLength', minimumLength, range),
  ];
  if (faults.length > 0 || length >= minimumLength) return faults;
  return [{ field: 'term.length', fault: 'below-minimum', bound: minimumLength }];
}

function closingFaults({ hour, zone, zoneTitle }: ProfileRules['closing']): ProfileFault[] {
  return [
    ...(isClosingHour(hour) ? [] : [{ field: 'closing.hour', fault: 'not-an-hour' as const }]),
    ...(isZone(zone) ? [] : [{ field: 'closing.zone', fault: 'not-a-zone' as const }]),
    ...titleFaults('closing.zoneTitle', zoneTitle, profileLimits.zoneTitle),
  ];
}

function languageFaults(draftLanguages: ProfileRules['draftLanguages']): ProfileFault[] {
  const field = 'draftLanguages';
  if (draftLanguages.length === 0) return [{ field, fault: 'missing' }];
  const isListed =
    new Set(draftLanguages).size === draftLanguages.length && draftLanguages.every((each) => languages.includes(each));
  return isListed ? [] : [{ field, fault: 'not-in-list' }];
}

function channelFaults({ mandatory, optional }: ProfileRules['channels']): ProfileFault[] {
  const isKnown = (channel: Channel) => channels.includes(channel);
  const isTwice = new Set([...mandatory, ...optional]).size < mandatory.length + optional.length;
  return [
    ...(mandatory.length > 0 ? [] : [{ field: 'channels.mandatory', fault: 'missing' as const }]),
    ...(mandatory.every(isKnown) ? [] : [{ field: 'channels.mandatory', fault: 'not-in-list' as const }]),
    ...(optional.every(isKnown) ? [] : [{ field: 'channels.optional', fault: 'not-in-list' as const }]),
    ...(isTwice ? [{ field: 'channels.optional', fault: 'channel-twice' as const }] : []),
  ];
}

function clauseFaults(clauses: readonly string[]): ProfileFault[] {
  const field = 'act.clauses';
  if (clauses.length > profileLimits.clauses) return [{ field, fault: 'too-many', bound: profileLimits.clauses }];
  return clauses.flatMap((clause) => textFaults(field, clause, profileLimits.clause)).slice(0, 1);
}
