import { expect, it } from '@jest/globals';
import { recordedFacts } from './recorded-facts.js';

const told = (data: string) => recordedFacts(data).map(({ name, text }) => `${name}=${text}`);

it.each([
  ['{}', []],
  ['{"number":"1-2016","bodies":{"created":2,"updated":0}}', ['number=1-2016', 'bodies.created=2', 'bodies.updated=0']],
  ['{"years":[2026,2027],"none":[],"was":null}', ['years=2026, 2027', 'was=null']],
  ['{"points":[{"no":1},{"no":2}]}', ['points.0.no=1', 'points.1.no=2']],
  ['not JSON', ['=not JSON']],
])('the data %s are read line by line', (data, lines) => expect(told(data)).toEqual(lines));
