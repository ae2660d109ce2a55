import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { noWorkingCalendar, profileById, weekCalendar } from '#lib/time-limits';
import { answerRecord, legalTerms, type TermFacts } from './legal-terms.js';

const profile = profileById('kz-126-2016-03');
const calendar = weekCalendar(new Set(), new Set());
const facts: TermFacts = {
  isNewStandard: true,
  registeredOn: legalDay('2016-05-20'),
  termLength: null,
  lastDay: legalDay('2016-07-01'),
  isOver: true,
  publishedOn: null,
  isApproved: false,
  today: legalDay('2016-07-10'),
};
const termsOf = (over: Partial<TermFacts> = {}, by = calendar) =>
  legalTerms({ ...facts, ...over }, profile, by).map(
    ({ id, clause, lastDay, standing }) => `${id} ${clause} ${lastDay} ${standing}`,
  );

describe('legalTerms', () => {
  it('count ten working days from the last day of the discussion (R8.3) and three months from the entry (R5b)', () => {
    expect(termsOf()).toEqual([
      'discussion R8.2 2016-07-01 met',
      'publish-report R8.3 2016-07-15 running',
      'approve-standard R5b 2016-08-20 running',
    ]);
  });

  it('are overdue on the day after the last one, and not on the last one', () => {
    expect(termsOf({ today: legalDay('2016-07-15') })[1]).toContain('running');
    expect(termsOf({ today: legalDay('2016-07-16') })[1]).toContain('overdue');
    expect(termsOf({ today: legalDay('2016-08-21') })[2]).toContain('overdue');
  });

  it('are met by a report on the last day and missed by one on the next', () => {
    expect(termsOf({ publishedOn: legalDay('2016-07-15') })[1]).toContain('met');
    expect(termsOf({ publishedOn: legalDay('2016-07-16') })[1]).toContain('missed');
  });

  it('have not started while the draft lacks a mandatory channel (AMB-05)', () => {
    const terms = termsOf({ lastDay: null, isOver: false, isNewStandard: false });
    expect(terms).toEqual(['discussion R8.2 null not-started', 'publish-report R8.3 null not-started']);
  });

  it('are not computed without a calendar, rather than guessed', () =>
    expect(termsOf({}, noWorkingCalendar)[1]).toBe('publish-report R8.3 null not-computable'));

  it('leave out what the procedure does not set, and the approval of what is approved', () => {
    expect(legalTerms(facts, profileById('kz-126-by-decision'), calendar).map(({ id }) => id)).toEqual([
      'discussion',
      'publish-report',
    ]);
    expect(termsOf({ isApproved: true })).toHaveLength(2);
  });

  it('tell the target of a profile from the term of the law (AMB-13)', () =>
    expect(legalTerms(facts, profile, calendar).map(({ isTarget }) => isTarget)).toEqual([false, true, false]));
});

describe('answerRecord', () => {
  it('adds up, those without a term apart', () => {
    const term = (over: Partial<TermFacts>, by = calendar) =>
      legalTerms({ ...facts, ...over }, profile, by).find(({ id }) => id === 'publish-report');
    const record = answerRecord([
      term({ publishedOn: legalDay('2016-07-04') }),
      term({ publishedOn: legalDay('2016-09-01') }),
      term({}),
      term({ today: legalDay('2017-01-01') }),
      term({}, noWorkingCalendar),
      undefined,
    ]);
    expect(record).toEqual({ answered: 2, inTime: 1, late: 1, waiting: 1, overdue: 1, withoutTerm: 2 });
  });
});
