import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderingFormats } from '#lib/reports';
import { parse } from 'csv-parse/sync';
import { openPackage } from './open-package.js';
import { canaries, startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.portal.stop());

const languages = ['mul', 'kk', 'ru', 'en'] as const;

/** Every document of the published report as text: packages unpacked, the streams of a PDF inflated. */
async function everyDocument(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const format of renderingFormats)
    for (const language of languages) {
      const url = `/api/v1/reports/${world.reportId}/files/${format.toLowerCase()}/${language}`;
      const { statusCode, rawPayload } = await world.portal.get(url);
      if (statusCode === 200) found.set(url, await textOf(rawPayload));
    }
  return found;
}

async function textOf(bytes: Buffer): Promise<string> {
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head.startsWith('PK')) return [...(await openPackage(bytes)).values()].join('\n');
  return head === '%PDF' ? `${bytes.toString('latin1')}\n${streamsOf(bytes)}` : bytes.toString('utf8');
}

function streamsOf(pdf: Buffer): string {
  const texts: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      texts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // A stream that is not deflated: a font, a profile.
    }
  }
  return texts.join('\n');
}

describe('what is exported', () => {
  it('NT38 NT46: no document of a report names a sender, nor has the shape of an e-mail address in it', async () => {
    const documents = await everyDocument();
    expect(documents.size).toBeGreaterThan(8);
    const told: string[] = [];
    for (const [url, text] of documents)
      for (const words of [canaries.sender, canaries.email, 'secret.example', 'Құпия'])
        if (text.includes(words)) told.push(`${url}: ${words}`);
    expect(told).toEqual([]);
  });

  it('NT29: a row of the open data tells of a remark what the API tells of it, and its answer', async () => {
    const { portal, published, reportId } = world;
    const number = published.numbers[0] ?? '';
    const api = Object.keys((await portal.get(`/api/v1/remarks/${number}`)).json<object>());
    const csv = await portal.get(`/api/v1/reports/${reportId}/files/csv/mul`);
    const [head = []]: string[][] = parse(csv.body, { bom: true, relaxColumnCount: true, toLine: 40 });
    const data = (await portal.get(`/api/v1/reports/${reportId}/files/json/mul`)).json<Record<string, unknown>>();
    expect({
      api: api.toSorted(),
      csv: head.map((name) => name.split('.')[0]),
      remark: shapeOf(data, number),
    }).toMatchSnapshot();
  });
});

/** The member names of the object in which the remark's number stands. */
function shapeOf(value: unknown, number: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Object.values(value).includes(number)) return Object.keys(value).toSorted();
  for (const each of Object.values(value)) {
    const found = shapeOf(each, number);
    if (found.length > 0) return found;
  }
  return [];
}
