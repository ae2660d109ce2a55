import { BmpString, Integer, ObjectIdentifier, PrintableString, Sequence, Set as Asn1Set, Utf8String } from 'asn1js';
import { describe, expect, it } from '@jest/globals';
import { readElement } from './reading.js';
import { nameText, readName, valueOf } from './distinguished-name.js';

type Value = Utf8String | PrintableString | BmpString | Integer;

/** RDNs in the order of the certificate, each with one attribute or more. */
const name = (...sets: [string, Value][][]) => {
  const value = sets.map(
    (set) =>
      new Asn1Set({
        value: set.map(([oid, one]) => new Sequence({ value: [new ObjectIdentifier({ value: oid }), one] })),
      }),
  );
  return readName(readElement(Buffer.from(new Sequence({ value }).toBER()), 'a name'));
};
const text = (value: string) => new Utf8String({ value });
const CN = '2.5.4.3';
const O = '2.5.4.10';

describe('nameText (RFC 4514)', () => {
  it('writes the last part first', () => {
    expect(
      nameText(
        name([['2.5.4.6', new PrintableString({ value: 'KZ' })]], [[O, text('Министрлік')]], [[CN, text('Әлия')]]),
      ),
    ).toBe('CN=Әлия,O=Министрлік,C=KZ');
  });
  it('joins the parts of one RDN with a plus, and leaves out what it is told to', () => {
    const both = name(
      [['2.5.4.6', text('KZ')]],
      [
        [CN, text('Әлия')],
        ['2.5.4.5', text('IIN900101300123')],
      ],
    );
    expect(nameText(both)).toBe('CN=Әлия+SERIALNUMBER=IIN900101300123,C=KZ');
    expect(nameText(both, ['SERIALNUMBER'])).toBe('CN=Әлия,C=KZ');
  });
  it.each([
    ['A, B', 'A\\, B'],
    ['"A"+B;<C>\\', '\\"A\\"\\+B\\;\\<C\\>\\\\'],
    [' A ', '\\ A\\ '],
    ['#A', '\\#A'],
    ['A#B =C', 'A#B =C'],
  ])('escapes %s', (value, escaped) => {
    expect(nameText(name([[CN, text(value)]]))).toBe(`CN=${escaped}`);
  });
  it('writes an unknown attribute, and one that is no text, as the hex of its DER', () => {
    expect(nameText(name([['1.2.3.4', text('A')]]))).toBe('1.2.3.4=#0c0141');
    expect(nameText(name([[CN, new Integer({ value: 5 })]]))).toBe('CN=#020105');
  });
  it('shows no character that hides others or that a database refuses', () => {
    expect(nameText(name([[CN, text('A\u202EB\u0000C\nD')]]))).toBe('CN=A\uFFFDB\uFFFDC\uFFFDD');
  });
  it('reads the older kinds of text', () => {
    expect(valueOf(name([[CN, new BmpString({ value: 'Әлия' })]]), 'CN')).toBe('Әлия');
  });
  it('refuses a name longer than names are', () => {
    expect(() => name([[CN, text('A'.repeat(5000))]])).toThrow(expect.objectContaining({ reason: 'NOT_CMS' }));
  });
});
