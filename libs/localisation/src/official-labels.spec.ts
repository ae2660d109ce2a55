import { describe, expect, it } from '@jest/globals';
import { officialLabels } from './official-labels.js';

describe('official labels of Appendix 2', () => {
  it('are in Kazakh the words of the order, letter for letter (REQ-60)', () => {
    expect(officialLabels('kk')).toEqual({
      form: 'нысан',
      title: 'Мемлекеттік көрсетілетін қызметтер стандарттарының жобасын жария талқылаудың аяқталуы туралы есеп',
      draftName: '(мемлекеттік көрсетілетін қызметтер стандарттары жобасының атауы)',
      revisedDraft:
        '(Жария талқылау нәтижесінде пысықталған мемлекеттік көрсетілетін қызмет стандартының жобасымен таныстыру тәсілі)',
      period: '(мемлекеттік көрсетілетін қызметтер стандарттарының жобасына жария талқылау жүргізу кезеңі)',
      otherInformation: '(өзге де пайдалы ақпараттар)',
      columns: [
        'р/с №',
        'Ескерту немесе ұсыныс',
        'Қысқаша мазмұны',
        'Қабылдау немесе қабылдамау жөніндегі негіздемелер',
      ],
      additionalInformation: 'Қосымша ақпарат:',
      statistics:
        'Мемлекеттік көрсетілетін қызметтер стандарттарының жобасын жария талқылау барысында ескерілген немесе ескерілмеген ескертулер мен ұсыныстардың саны туралы статистикалық ақпарат.',
    });
  });

  it.each(['ru', 'en'] as const)('have a %s rendering beside', (language) => {
    const labels = officialLabels(language);
    expect(labels.columns).toHaveLength(4);
    expect(labels.title).not.toBe(officialLabels('kk').title);
  });
});
