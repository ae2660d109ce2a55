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

  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)(
    '%s, %d px: passages selected, looked at side by side, redacted, and objected to',
    async (language, width) => {
      const t = translator(language);
      const scene = await openScene(bed.portal);
      const text = 'Мерзім ұзақ. Көршімнің телефоны +7 701 222 33 44, аты Айсұлу.';
      const { number, secret } = await sendRemark(bed.portal, scene, text);
      const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
      await officer.open(`/${language}/officer/remarks/${number}/hiding`);
      await officer.follow(t('redaction.link'));
      await officer.isAt(t('redaction.title', { number }));
      await officer.page.evaluate(() => {
        const [words] = document.querySelector('[data-selectable]')?.childNodes ?? [];
        const at = words?.textContent?.indexOf('Айсұлу') ?? 0;
        if (words) document.getSelection()?.setBaseAndExtent(words, at, words, at + 'Айсұлу'.length);
      });
      await officer.press(t('redaction.take'));
      await officer.choose(/\+7 701 222 33 44/);
      await officer.choose(t('hiding.ground.PERSONAL_DATA'));
      await officer.fill(t('moderation.explanation-kk'), 'Мәтінде басқа адамның деректері бар.');
      await officer.fill(t('moderation.explanation-ru'), 'В тексте есть данные другого человека.');
      await officer.press(t('redaction.look'));
      await officer.isAt(t('redaction.title', { number }));
      expect(await officer.text()).toContain(t('redaction.public'));
      await officer.press(t('redaction.propose'));
      await officer.isAt(t('moderation.of-remark', { number }));
      await officer.leave();

      const second = await officerAtDesk(bed.browser, bed.base, scene.signer, { language, width });
      await second.open(`/${language}/officer/remarks/${number}/hiding`);
      await second.isAt(t('moderation.of-remark', { number }));
      await second.press(t('moderation.confirm'));
      await second.isAt(t('moderation.of-remark', { number }));
      await second.leave();

      const sender = await Visitor.arrive(bed.browser, bed.base, { viewport: { width, height: 900 } });
      await sender.open(`/${language}/remarks/${number}/${secret}`);
      await sender.isAt(t('own.title', { number }));
      expect(await sender.text()).toContain(t('redaction.own-words'));
      await sender.fill(t('objection.words'), 'Бұл сөздерді жариялауға көршім рұқсат берді.');
      await sender.press(t('objection.send'));
      await sender.isAt(t('own.title', { number }));
      expect(await sender.text()).toContain(t('objection.waits'));
      await sender.open(`/${language}/discussions/${scene.discussionId}/moderation`);
      await sender.isAt(t('moderation.title'));
      expect(await sender.text()).toContain(t('moderation.act.REDACTED'));
      expect(await sender.text()).not.toContain('Айсұлу');
      await sender.leave();
    },
  );
});
