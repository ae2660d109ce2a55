import { type Language, newId } from '#lib/kernel';
import { AssembleReport, SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { system } from '#lib/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { pack } from '../../../libs/documents/src/testing/index.js';
import { EditedWorkbook } from '../../../libs/sheets/src/testing/index.js';
import { multipartForm } from './multipart-form.js';
import type { PortalUnderTest } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

export interface SheetScene extends Scene {
  readonly numbers: readonly string[];
  readonly sessions: Readonly<Record<'officer' | 'signer' | 'stranger' | 'administrator', Session>>;
}

/** A closed discussion with so many remarks, and its people signed in. */
export async function closedScene(portal: PortalUnderTest, remarks: number): Promise<SheetScene> {
  const scene = await openScene(portal);
  const numbers: string[] = [];
  for (let index = 1; index <= remarks; index++)
    numbers.push((await sendRemark(portal, scene, `${index}-ескерту: мерзім тым ұзақ (${newId()}).`)).number);
  await closeScene(portal, scene);
  const [officer, signer, stranger, administrator] = [
    await signIn(portal, scene.officer),
    await signIn(portal, scene.signer),
    await signIn(portal, scene.stranger),
    await signIn(portal, scene.administrator),
  ];
  return { ...scene, numbers, sessions: { officer, signer, stranger, administrator } };
}

/** The sheet as the officer saves it from the page. */
export async function savedSheet(
  portal: PortalUnderTest,
  scene: SheetScene,
  language: Language = 'ru',
): Promise<EditedWorkbook> {
  const { cookie } = scene.sessions.officer.headers;
  const address = `/${language}/officer/discussions/${scene.discussionId}/sheet/file`;
  return EditedWorkbook.of((await portal.get(address, { headers: { cookie } })).rawPayload);
}

/** Sends a form with a workbook to a page; its token goes in the address, as in the form itself. */
export function sendSheet(
  portal: PortalUnderTest,
  { headers: { cookie }, csrf }: Session,
  address: string,
  content: Buffer | null,
  fields: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const form = multipartForm(fields, content ? [{ name: 'sheet', fileName: 'кесте.xlsx', content }] : []);
  const headers = { ...form.headers, cookie, 'x-csrf-token': csrf };
  return portal.send('POST', address, { payload: form.payload, headers });
}

/** Presses a button of a page. */
export const press = (
  portal: PortalUnderTest,
  { headers: { cookie }, csrf }: Session,
  address: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> =>
  portal.send('POST', address, {
    payload: new URLSearchParams({ ...fields, csrf }).toString(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });

/** What a page would send back as the plan that was seen. */
export const seenIn = (body: string): string => /name="seen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';

/** The report of a discussion whose every remark is decided, signed. */
export async function signReport(portal: PortalUnderTest, { discussionId, bodyId }: Scene): Promise<void> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    portal.app.get(token as never, { strict: false });
  const { reportId } = await get(AssembleReport).execute({ discussionId }, system('worker'));
  await get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
}

type Wrong = 'not-a-workbook' | 'old-format' | 'has-macros' | 'unpacks-too-big' | 'too-many-rows' | 'too-many-remarks';

/** Files that are refused as a whole, by what is told of them. `sheet` is one that could be read. */
export async function wrongFiles(sheet: () => Promise<EditedWorkbook>): Promise<Record<Wrong, Buffer>> {
  const withRows = async (count: number): Promise<Buffer> => {
    const rows = Array.from({ length: count }, (_, at) => `<row r="${at + 9}"><c r="A${at + 9}"><v>1</v></c></row>`);
    return (await sheet()).replace('</sheetData>', `${rows.join('')}</sheetData>`).save();
  };
  return {
    'not-a-workbook': Buffer.from('номер;решение\n'),
    'old-format': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]),
    'has-macros': await (await sheet()).add('xl/vbaProject.bin', 'macro').save(),
    'unpacks-too-big': await pack({ '[Content_Types].xml': ' '.repeat(40_000_000) }),
    'too-many-rows': await withRows(20_001),
    'too-many-remarks': await withRows(5_001),
  };
}
