import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoredFiles } from '#lib/files';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { makeTestPki, signDetached, type TestPki } from '../../../signatures/src/testing/index.js';
import { SignatureOf } from '../queries/signature-of.js';
import { accept, codeOf, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { PublishReport } from './publish-report.js';
import { SignReport } from './sign-report.js';
import { SignReportElectronically } from './sign-report-electronically.js';

let bed: ReportBed;
let pki: TestPki;
beforeAll(async () => {
  bed = await reportBed();
  pki = makeTestPki(bed.clock.now());
});
afterAll(() => bed.stop());

async function scene() {
  const rows = await insertDiscussion(bed.database, { remarks: 1 });
  await refuse(bed, rows, 0);
  const { reportId } = await bed
    .get(AssembleReport)
    .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
  const signer = officerOf(rows.bodyId, 'signer');
  const sheet = (await bed.get(SignatureOf).sheet(reportId, signer)) ?? '';
  return { rows, reportId, signer, sheet };
}
const cmsOver = (text: string) => signDetached(Buffer.from(text), pki.official);
const sign = (reportId: string, cms: Buffer, actor: ReturnType<typeof officerOf>) =>
  bed.get(SignReportElectronically).execute({ reportId, cms }, actor);
const stateOf = async ({ discussionId }: DiscussionRows) =>
  (await bed.database.query<{ state: string }>('select state from report where discussion_id = $1', [discussionId]))[0]
    ?.state;

describe('an electronic signature of the report (REQ-61)', () => {
  it('is kept as it was uploaded, with its certificate and without the personal number in it', async () => {
    const { reportId, signer, sheet } = await scene();
    const cms = cmsOver(sheet);
    await sign(reportId, cms, signer);
    await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });
    const view = await bed.get(SignatureOf).published(reportId);
    expect(view?.certificate).toMatchObject({ trust: 'SELF_DECLARED', verifiedBy: 'local' });
    expect(JSON.stringify(view)).not.toContain('900101300123');
    const kept = await bed.get(StoredFiles).read(view?.fileId ?? '');
    expect(kept.content.equals(cms)).toBe(true);
  });

  it('is shown with its sheet to the own officials once it is made, to everybody once the report is published', async () => {
    const { rows, reportId, signer, sheet } = await scene();
    const signatures = bed.get(SignatureOf);
    const [stranger, citizen] = [officerOf(newId(), 'signer'), { kind: 'citizen' } as const];
    expect(await signatures.of(reportId, signer)).toBeUndefined();
    expect(await signatures.sheet(reportId, stranger)).toBeUndefined();
    await sign(reportId, cmsOver(sheet), signer);
    expect(await signatures.of(reportId, officerOf(rows.bodyId))).toMatchObject({ signedAt: bed.clock.now() });
    expect(await signatures.sheet(reportId, signer)).toBe(sheet);
    for (const other of [stranger, citizen])
      expect([await signatures.of(reportId, other), await signatures.sheet(reportId, other)]).toEqual([
        undefined,
        undefined,
      ]);
    await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });
    expect(await signatures.of(reportId, citizen)).toBeDefined();
    expect(await signatures.sheet(reportId, citizen)).toBe(sheet);
  });

  it('may be left out: the statement alone is signed', async () => {
    const { reportId, signer } = await scene();
    await bed.get(SignReport).execute({ reportId }, signer);
    await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });
    expect(await bed.get(SignatureOf).published(reportId)).toMatchObject({ certificate: null, fileId: null });
  });

  it.each([
    ['over other words', (sheet: string) => cmsOver(`${sheet} `), 'signature-refused'],
    ['that is none', () => Buffer.from('not a signature'), 'signature-refused'],
  ])('%s is refused, and nothing is signed', async (_, make, code) => {
    const { rows, reportId, signer, sheet } = await scene();
    expect(await codeOf(sign(reportId, make(sheet), signer))).toBe(code);
    expect(await stateOf(rows)).toBe('ASSEMBLED');
  });

  it('is over one version: of a newer one it says nothing', async () => {
    const { rows, reportId, signer, sheet } = await scene();
    await accept(bed, rows, 0, { noChangeKk: 'Жобада онсыз да бар.', noChangeRu: 'В проекте это уже есть.' });
    const newer = await bed.get(AssembleReport).execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
    expect(await codeOf(sign(newer.reportId, cmsOver(sheet), signer))).toBe('signature-refused');
    expect(await codeOf(sign(reportId, cmsOver(sheet), signer))).toBe('wrong-state');
  });

  it('does not lift what blocks a report, and is not for others', async () => {
    const { rows, reportId, signer, sheet } = await scene();
    expect(await codeOf(sign(reportId, cmsOver(sheet), officerOf(newId(), 'signer')))).toBe('not-found');
    expect(await codeOf(sign(reportId, cmsOver(sheet), officerOf(rows.bodyId)))).toBe('not-allowed');
    await refuse(bed, rows, 0, { groundRu: 'Предусмотрено пунктом 2 раздела 1.' });
    expect(await codeOf(sign(reportId, cmsOver(sheet), signer))).toBe('report-blocked');
  });
});
