import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#lib/kernel';
import { type RemarkToSign, SIGNED_DOCUMENT, signedDocument } from './signed-document.js';

const remark: RemarkToSign = {
  discussionId: '0198c5a0-0000-7000-8000-00000000000d',
  content: {
    kind: 'REMARK',
    language: 'kk',
    text: 'Мерзім "ұзақ"\nекі жол',
    anchors: ['0198c5a0-0000-7000-8000-000000000002', '0198c5a0-0000-7000-8000-000000000001'],
  },
  sender: { kind: 'INDIVIDUAL', name: ' Әсел Жібекқызы ' },
};
const entity = { kind: 'LEGAL_ENTITY', name: 'Әсел', organisation: ' «Дала» ЖШС ', bin: '940140000127' } as const;
const hash = 'ab'.repeat(32);

describe('what the sender of a remark signs', () => {
  it('is these very bytes', () => {
    expect(signedDocument(remark, [hash])).toBe(
      '{"anchors":["0198c5a0-0000-7000-8000-000000000001","0198c5a0-0000-7000-8000-000000000002"],' +
        `"attachments":["${hash}"],"discussionId":"0198c5a0-0000-7000-8000-00000000000d","kind":"REMARK","language":"kk",` +
        '"onBehalfOf":null,"proposedWording":null,"publicName":null,"scheme":"talqy-remark/1",' +
        '"text":"Мерзім \\"ұзақ\\"\\nекі жол"}',
    );
  });

  it('is the canonical form of itself, and says its own version', () => {
    const document = signedDocument(remark, []);
    expect(canonicalJson(JSON.parse(document))).toBe(document);
    expect(JSON.parse(document)).toMatchObject({ scheme: SIGNED_DOCUMENT });
  });

  it('has the name only of who agrees to be named, and the legal entity that is spoken for', () => {
    const named = signedDocument({ ...remark, hasNameConsent: true }, []);
    expect(JSON.parse(named)).toMatchObject({ publicName: 'Әсел Жібекқызы', onBehalfOf: null });
    const spoken = signedDocument({ ...remark, sender: entity }, []);
    expect(JSON.parse(spoken)).toMatchObject({
      publicName: null,
      onBehalfOf: { organisation: '«Дала» ЖШС', bin: '940140000127' },
    });
  });

  it('does not change with the order in which clauses were ticked, nor with spaces around what is stored without them', () => {
    const { content } = remark;
    const again = { ...remark, content: { ...content, anchors: content.anchors.toReversed(), proposedWording: ' ' } };
    expect(signedDocument(again, [])).toBe(signedDocument(remark, []));
  });

  it.each<[string, RemarkToSign, readonly string[]]>([
    ['the discussion', { ...remark, discussionId: '0198c5a0-0000-7000-8000-00000000000e' }, []],
    ['the kind', { ...remark, content: { ...remark.content, kind: 'PROPOSAL' } }, []],
    ['the language', { ...remark, content: { ...remark.content, language: 'ru' } }, []],
    ['a letter of the text', { ...remark, content: { ...remark.content, text: 'Мерзім "ұзақ" екі жол' } }, []],
    ['the wording', { ...remark, content: { ...remark.content, proposedWording: 'Үш күн' } }, []],
    ['the clauses', { ...remark, content: { ...remark.content, anchors: [] } }, []],
    ['the files', remark, [hash]],
    ['the consent to a public name', { ...remark, hasNameConsent: true }, []],
    ['who is spoken for', { ...remark, sender: entity }, []],
  ])('changes with %s', (_, other, attachments) => {
    expect(signedDocument(other, attachments)).not.toBe(signedDocument(remark, []));
  });
});
