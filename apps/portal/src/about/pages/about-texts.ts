import type { AboutText } from './about.view.js';

export const helpText: AboutText = {
  title: 'about.help.title',
  lead: 'about.help.lead',
  sections: [
    { heading: 'about.help.find', paragraphs: ['about.help.find-1', 'about.help.find-2'] },
    { heading: 'about.help.send', paragraphs: ['about.help.send-1', 'about.help.send-2', 'about.help.send-3'] },
    { heading: 'about.help.term', paragraphs: ['about.help.term-1', 'about.help.term-2'] },
    { heading: 'about.help.answer', paragraphs: ['about.help.answer-1', 'about.help.answer-2'] },
    { heading: 'about.help.moderation', paragraphs: ['about.help.moderation-1'] },
    { heading: 'about.help.data', paragraphs: ['about.help.data-1'] },
  ],
  links: [
    ['discussions', 'list.show-all'],
    ['receipts', 'nav.check-receipt'],
    ['clock', 'clock.title'],
    ['privacy', 'about.privacy.title'],
  ],
};

export const accessibilityText: AboutText = {
  title: 'about.accessibility.title',
  lead: 'about.accessibility.lead',
  sections: [
    {
      heading: 'about.accessibility.how',
      paragraphs: ['about.accessibility.how-1', 'about.accessibility.how-2', 'about.accessibility.how-3'],
    },
    { heading: 'about.accessibility.checked', paragraphs: ['about.accessibility.checked-1'] },
    {
      heading: 'about.accessibility.limits',
      paragraphs: ['about.accessibility.limits-1', 'about.accessibility.limits-2'],
    },
    { heading: 'about.accessibility.tell', paragraphs: ['about.accessibility.tell-1'] },
  ],
  links: [['help', 'nav.help']],
};

export const privacyText: AboutText = {
  title: 'about.privacy.title',
  lead: 'about.privacy.lead',
  sections: [
    { heading: 'about.privacy.public', paragraphs: ['about.privacy.public-1', 'about.privacy.public-2'] },
    { heading: 'about.privacy.asked', paragraphs: ['about.privacy.asked-1', 'about.privacy.asked-2'] },
    { heading: 'about.privacy.who', paragraphs: ['about.privacy.who-1'] },
    { heading: 'about.privacy.visit', paragraphs: ['about.privacy.visit-1', 'about.privacy.visit-2'] },
    {
      heading: 'about.privacy.kept',
      paragraphs: ['about.privacy.kept-1', 'about.privacy.kept-2', 'about.privacy.kept-3'],
    },
  ],
  links: [['help', 'nav.help']],
};
