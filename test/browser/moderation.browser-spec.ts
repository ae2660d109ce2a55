import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { openScene, sendRemark } from '../../apps/portal/test/scene.js';
import { officerAtDesk } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

describe('moderation (REQ-116)', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)(
    '%s, %d px: hidden by two officials, told to the sender, open to everybody in the log',
    async (language, width) => {
      const t = translator(language);
      const scene = await openScene(bed.portal);
      const { number, secret } = await sendRemark(bed.portal, scene, 'Балағат мәтін');
      const title = t('moderation.of-remark', { number });
      const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
      await officer.open(`/${language}/officer/remarks/${number}`);
      await officer.isAt(new RegExp(number));
      await officer.follow(t('moderation.link'));
      await officer.isAt(title);
      await officer.press(t('moderation.propose'));
      await officer.isAt(title);
      expect(await officer.text()).toContain(t('moderation.ground-missing'));
      await officer.choose(t('hiding.ground.ABUSE'));
      await officer.fill(t('moderation.explanation-kk'), 'Мәтінде лауазымды тұлғаны балағаттау бар.');
      await officer.fill(t('moderation.explanation-ru'), 'В тексте есть оскорбление должностного лица.');
      await officer.press(t('moderation.propose'));
      await officer.isAt(title);
      expect(await officer.text()).toContain(t('moderation.own-note'));
      await officer.leave();

      const second = await officerAtDesk(bed.browser, bed.base, scene.signer, { language, width });
      await second.open(`/${language}/officer/remarks/${number}/hiding`);
      await second.isAt(title);
      await second.press(t('moderation.confirm'));
      await second.isAt(title);
      expect(await second.text()).toContain(t('remark.state.HIDDEN'));
      await second.leave();

      const anybody = await Visitor.arrive(bed.browser, bed.base, { viewport: { width, height: 900 } });
      await anybody.open(`/${language}/discussions/${scene.discussionId}`);
      await anybody.follow(t('moderation.title'));
      await anybody.isAt(t('moderation.title'));
      expect(await anybody.text()).toContain(number);
      expect(await anybody.text()).not.toContain('Балағат мәтін');
      await anybody.open(`/${language}/remarks/${number}/${secret}`);
      await anybody.isAt(t('own.title', { number }));
      expect(await anybody.text()).toContain(t('moderation.own-object'));
      await anybody.leave();
    },
  );
});
