import { inflateRawSync } from 'node:zlib';
import { unpack, zipDirectory } from '#lib/archives';
import type { TestDatabase } from '#lib/testing';

/** One invented person; none of these words stands anywhere else in the suites. */
export const canary = {
  kind: 'LEGAL_ENTITY' as const,
  name: 'Қарлығаш Канарейқызы',
  email: 'qarlygash.canary@secret.example',
  organisation: '«Канарейка Қанаты» ЖШС',
  bin: '940140000127',
  representativeGround: 'Канарейканың №77 сенімхаты',
};

/** The same person in a certificate, with the number that stands nowhere else. */
export const canaryCertificate = {
  C: 'KZ',
  O: canary.organisation,
  SERIALNUMBER: 'IIN880214400583',
  CN: canary.name,
};

const needles = [...Object.values(canary).filter((value) => value !== 'LEGAL_ENTITY'), '880214400583'];

/** The forms in which a value may hide: as it is, in small letters, in JSON escapes, percent signs, hex and base 64. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const escaped = value.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // The middle of a base 64 text does not depend on what stands before it, but for three ways to begin.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : 4, -2);
  });
  return [value, value.toLowerCase(), escaped, encodeURIComponent(value), bytes.toString('hex'), ...base64];
}

const forms = needles.flatMap((needle) => formsOf(needle).map((form) => ({ needle, form })));

/** The person's words found in a text; whatever is packed as ZIP is unpacked before. */
export async function foundIn(content: string | Buffer): Promise<string[]> {
  const text = typeof content === 'string' ? content : await textOf(content);
  return [...new Set(forms.filter(({ form }) => text.includes(form)).map(({ needle }) => needle))];
}

async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const entries = zipDirectory(bytes) ?? [];
    const parts = await Promise.all(entries.map((entry) => unpack(bytes, entry)));
    return parts.map((part) => part?.toString('utf8') ?? '').join('\n');
  }
  return `${bytes.toString('utf8')}\n${pdfStreams(bytes)}`;
}

/** What a PDF holds packed: its texts are glyphs, its description and its outline are words. */
function pdfStreams(bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString('latin1') !== '%PDF') return '';
  const raw = bytes.toString('latin1');
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)endstream/g)]
    .map(([, packed = '']) => {
      try {
        return inflateRawSync(Buffer.from(packed, 'latin1').subarray(2)).toString('utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** Every table of every schema but the system's, each row as text: what a dump would hold. */
export async function* dumpOf(
  database: TestDatabase,
): AsyncGenerator<{ table: string; text: string; bytes: Buffer[] }> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from ${name} t`);
    const bytes = /stored_file/.test(name)
      ? await database.query<{ content: Buffer | null }>(`select content from ${name}`)
      : [];
    yield {
      table: name,
      text: rows.map(({ text }) => text).join('\n'),
      bytes: bytes.flatMap(({ content }) => (content ? [content] : [])),
    };
  }
}
