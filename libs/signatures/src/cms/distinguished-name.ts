import { BaseStringBlock, type BaseBlock, ObjectIdentifier } from 'asn1js';
import { SignatureRefused } from '../domain/signature-refused.js';
import { bytesOf, childrenOf } from './reading.js';

/** The attribute types people know by a short name; any other is written as its OID (RFC 4514, section 2.4). */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'TITLE',
  '2.5.4.15': 'BUSINESSCATEGORY',
  '2.5.4.42': 'GIVENNAME',
  '2.5.4.97': 'ORGANIZATIONIDENTIFIER',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'EMAILADDRESS',
};

/** Bytes; a real one has a few hundred. */
const LONGEST_NAME = 4096;

interface NameAttribute {
  readonly name: string;
  readonly text: string | null;
  readonly der: Buffer;
}

/** The attributes of an X.501 name; those of one inner list belong together (a multi-valued RDN). */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** @throws SignatureRefused NOT_CMS, TypeError */
export function readName(name: BaseBlock): DistinguishedName {
  if (name.blockLength > LONGEST_NAME) throw new SignatureRefused('NOT_CMS', 'a name is longer than names are');
  return childrenOf(name).map((set) => childrenOf(set).map(readAttribute));
}

function readAttribute(attribute: BaseBlock): NameAttribute {
  const [type, value] = childrenOf(attribute);
  if (!(type instanceof ObjectIdentifier) || value === undefined) throw new TypeError('no attribute of a name');
  const oid = type.valueBlock.toString();
  const text = value instanceof BaseStringBlock ? legible(value.valueBlock.value) : null;
  return { name: shortNames[oid] ?? oid, text, der: bytesOf(value) };
}

/** The first value of an attribute such as `CN`, or null. */
export const valueOf = (name: DistinguishedName, attribute: string): string | null =>
  name.flat().find((one) => one.name === attribute)?.text ?? null;

/** RFC 4514: the last RDN first. Attributes named in `without` are left out. */
export function nameText(name: DistinguishedName, without: readonly string[] = []): string {
  return name
    .map((set) => set.filter((one) => !without.includes(one.name)))
    .filter((set) => set.length > 0)
    .map((set) => set.map(attributeText).join('+'))
    .toReversed()
    .join(',');
}

function attributeText({ name, text, der }: NameAttribute): string {
  if (text === null || /^\d/.test(name)) return `${name}=#${der.toString('hex')}`;
  return `${name}=${text.replace(/[\\"+,;<>]|^[ #]| $/g, '\\$&')}`;
}

/** What no reader sees or no database takes (controls, text direction marks, half characters) becomes U+FFFD. */
const legible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu, '\uFFFD');
