import { describe, expect, it } from '@jest/globals';
import { addressOf, filterOf, readChoice } from './list-choice.js';

const name = { kk: 'а', ru: 'а' };
const id = '01890000-0000-7000-8000-000000000001';
const offered = { bodies: [{ id, code: 'mon', name, discussions: 1 }], topics: [{ code: '004', name }] };
const chosen = (query: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(readChoice(query, offered)).filter(([, value]) => value !== undefined));

describe('readChoice', () => {
  it('reads every filter of an address, and writes the same address', () => {
    const query = {
      q: 'архивная справка',
      state: 'open',
      body: 'mon',
      topic: '004',
      kind: 'AMENDMENT',
      service: '00403005',
      from: '2016-06-01',
      to: '2016-07-01',
      sort: 'newest',
    };
    expect(chosen(query)).toEqual(query);
    expect(Object.fromEntries(new URLSearchParams(addressOf(readChoice(query, offered))))).toEqual(query);
    expect(filterOf(readChoice(query, offered), offered)).toMatchObject({ developerId: id, topic: '004' });
  });

  it.each([
    ['a state there is not', { state: 'maybe' }],
    ['a body without discussions', { body: "mon' or true" }],
    ['a kind there is not', { kind: 'new_standard' }],
    ['a day that is none', { from: '2016-02-30', to: 'yesterday' }],
    ['a topic without discussions', { topic: '005' }],
    ['a topic that is none', { topic: "004' or true" }],
    ['a code of seven digits', { service: '0040300' }],
    ['an order there is not', { sort: 'price; drop table' }],
    ['a nested value', { q: { x: '1' }, state: {} }],
    ['spaces', { q: '   ' }],
  ])('leaves out %s', (_, query) => expect(chosen(query)).toEqual({}));

  it('takes the last of two values, and not more than two hundred letters', () => {
    expect(chosen({ state: ['open', 'closed'] })).toEqual({ state: 'closed' });
    expect(readChoice({ q: 'а'.repeat(999) }, offered).q).toHaveLength(200);
    expect(addressOf({})).toBe('');
  });
});
