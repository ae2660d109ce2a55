import { describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { Blocker, BlockerCode } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { blockerLine } from './blocker-lines.js';
import { failureWords } from './failure-words.js';

/** Every code with what it names, and where it is done. */
const lines: Readonly<Record<BlockerCode, readonly [Partial<Blocker>, string]>> = {
  'undecided-point': [{ number: 'N1', point: 2 }, 'remarks/N1'],
  'ground-missing': [{ number: 'N1', point: 1 }, 'remarks/N1'],
  'change-not-named': [{ number: 'N1', point: 1 }, 'remarks/N1'],
  'clause-not-changed': [{ number: 'N1', point: 1, detail: '2 / 6' }, 'remarks/N1'],
  'change-untraced': [{ detail: '2 / 6' }, 'discussions/D/changes'],
  'decision-not-confirmed': [{ number: 'N1', point: 1 }, 'remarks/N1'],
  'group-decided-apart': [{ number: 'N1', detail: '3' }, 'discussions/D/groups/3'],
  'entry-waits': [{ detail: 'ЖТ-15/2' }, 'discussions/D/entries'],
  'hiding-waits': [{ number: 'N1' }, 'remarks/N1/hiding'],
  'objection-waits': [{ number: 'N1' }, 'remarks/N1/hiding'],
  'text-waits': [{ detail: '3' }, 'discussions/D/waiting'],
  'hidden-without-ground': [{ number: 'N1' }, 'remarks/N1/hiding'],
  'sums-do-not-reconcile': [{ number: 'N1', detail: 'received: 5 ≠ 4' }, 'discussions/D/report/making'],
  'counts-differ': [{ detail: 'late: 5 by rows, 4 in SQL' }, 'discussions/D/report/making'],
  'changed-since-assembly': [{ number: 'N1' }, 'discussions/D/report/making'],
  'data-altered': [{ detail: 'abc' }, 'discussions/D/report/versions'],
  'warnings-not-acknowledged': [{}, 'discussions/D/report/sign'],
};
const visitIn = (language: (typeof languages)[number]) =>
  ({ language, t: translator(language), to: (path: string) => `/${language}/${path}` }) as unknown as PageVisit;
const blockerOf = (code: string, about: Partial<Blocker>): Blocker => ({
  code: code as BlockerCode,
  clause: 'REQ-61',
  number: null,
  point: null,
  detail: null,
  ...about,
});

describe.each(languages)('what stands in the way, in %s', (language) => {
  it.each(Object.entries(lines))(
    '%s: names the remark, the point and the rest, and the place',
    (code, [about, place]) => {
      const { text, href } = blockerLine(blockerOf(code, about), 'D', visitIn(language));
      expect(href).toBe(`/${language}/officer/${place}`);
      expect(text.length).toBeGreaterThan(12);
      for (const named of [about.number, about.detail]) if (named) expect(text).toContain(named);
      if (about.point) expect(text).toContain(String(about.point));
      expect(text).not.toMatch(/[{}]|undefined|null/);
    },
  );

  it('names the parts of the report as their readers know them', () => {
    const said = (detail: string) =>
      blockerLine(blockerOf('changed-since-assembly', { detail }), 'D', visitIn(language)).text;
    expect(said('placements')).toContain(translator(language)('report.part.placements'));
    expect(said('something-new')).toContain('something-new');
  });

  it('says why a step failed, and what to do', () => {
    const { t } = visitIn(language);
    const said = (error: string) => failureWords(error, visitIn(language));
    expect(said('QueryFailedError: canceling statement due to statement timeout')).toBe(
      t('making.failure.took-too-long'),
    );
    expect(said('Error: Connection terminated unexpectedly')).toBe(t('making.failure.database-away'));
    expect(said('QueryFailedError: could not extend file "base/1": No space left on device')).toBe(
      t('making.failure.no-space'),
    );
    expect(said('Error: the file is not what was stored')).toBe(t('making.failure.damaged'));
    expect(said('RangeError: Array buffer allocation failed')).toBe(t('making.failure.memory'));
    expect(said('TypeError: x is not a function')).toBe(t('making.failure.other'));
  });
});
