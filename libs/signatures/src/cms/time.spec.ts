import { type BaseBlock, Utf8String } from 'asn1js';
import { describe, expect, it } from '@jest/globals';
import { readElement } from './reading.js';
import { readTime } from './time.js';

const element = (tag: number, text: string): BaseBlock =>
  readElement(Buffer.concat([Buffer.from([tag, text.length]), Buffer.from(text)]), 'a time');

describe('readTime', () => {
  it.each([
    [0x17, '160701175959Z', '2016-07-01T17:59:59.000000Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00.000000Z'],
    [0x17, '491231235959Z', '2049-12-31T23:59:59.000000Z'],
    [0x18, '20160701175959Z', '2016-07-01T17:59:59.000000Z'],
    [0x18, '20160701175959.25Z', '2016-07-01T17:59:59.250000Z'],
    [0x18, '99991231235959Z', '9999-12-31T23:59:59.000000Z'],
  ])('reads %i %s', (tag, text, expected) => {
    expect(readTime(element(tag, text))).toBe(expected);
  });

  it.each([
    [0x17, '160230000000Z'],
    [0x17, '161301000000Z'],
    [0x17, '1607011759Z'],
    [0x17, '160701175959+0600'],
    [0x17, '20160701175959Z'],
    [0x18, '20160701240000Z'],
    [0x18, '20160701175959'],
    [0x18, '20160701175959+0600'],
    [0x0c, '20160701175959Z'],
  ])('refuses %i %s: no day, no zone, another form', (tag, text) => {
    expect(() => readTime(element(tag, text))).toThrow();
  });

  it('refuses what is no time at all', () => {
    expect(() => readTime(undefined)).toThrow(TypeError);
    expect(() => readTime(new Utf8String({ value: 'x' }))).toThrow(TypeError);
  });
});
