import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { multipartForm } from '../../apps/portal/test/multipart-form.js';
import { signIn } from '../../apps/portal/test/scene.js';
import { remarkSteps } from '../../apps/portal/src/discussion/pages/remark-steps/steps.js';
import { addressesOf, addressOf } from '../security/addresses.js';
import { readAs, readingRoutes } from '../security/requests.js';
import { startWorld, type World } from '../security/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.portal.stop());

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      // Words of a page are people's; templates, not readers, see its source.
      'no-trailing-whitespace': 'off',
      'attribute-empty-style': 'off',
      // A page is called as its draft is.
      'long-title': 'off',
      // Several boxes of one question have one name.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
      // A list is named by its heading.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // A link that looks and works as a button is the design system's.
      'prefer-native-element': ['error', { exclude: ['button'] }],
    },
  }),
);

async function faultsOf(body: string, url: string): Promise<string[]> {
  const { results } = await validator.validateString(body);
  return results
    .flatMap(({ messages }) => messages)
    .map(
      ({ ruleId, message, line, column }) =>
        `${ruleId}: ${message} (${url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}, ${line}:${column})`,
    );
}

describe('every page', () => {
  it.each([
    ['anonymous', 'kk'],
    ['officer', 'ru'],
    ['administrator', 'en'],
  ] as const)(
    'is valid HTML: for %s in %s',
    async (who, language) => {
      const faults = new Set<string>();
      let pages = 0;
      for (const url of addressesOf(readingRoutes(world), world, language)) {
        const { body, headers } = await readAs(world, who, url);
        if (!String(headers['content-type']).startsWith('text/html') || body === '') continue;
        pages += 1;
        for (const fault of await faultsOf(body, url)) faults.add(fault);
      }
      expect([...faults].slice(0, 60)).toEqual([]);
      expect(pages).toBeGreaterThan(40);
    },
    300_000,
  );

  it('is valid HTML: of a draft that is being written, and what its buttons give back', async () => {
    const { dossier, portal } = world;
    const { headers, csrf } = await signIn(portal, dossier.officer);
    const { cookie } = headers;
    const editor = `/kk/officer/procedures/${dossier.procedureId}/text`;
    const press = (act: string, rows: string) => {
      const payload = new URLSearchParams({
        act,
        rows,
        csrf,
        'label-1': '1.'.repeat(30),
        'text-1-kk': '<b>"мәтін"</b>',
      });
      const sent = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
      return portal.send('POST', editor, { headers: sent, payload: payload.toString() });
    };
    const paths = readingRoutes(world).filter(({ path }) => path.startsWith('/:language/officer/procedures'));
    const answers = [
      await press('up-2', '2'),
      await press('save', '1'),
      await press('preview', '1'),
      await press('stay', '0'),
    ];
    for (const { path } of paths)
      answers.push(await portal.get(addressOf(path, world, 'drafting', 'kk'), { headers: { cookie } }));
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(7);
    const faults = new Set<string>();
    for (const { body } of answers)
      for (const fault of await faultsOf(body, /<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '')) faults.add(fault);
    expect([...faults]).toEqual([]);
  }, 180_000);

  it.each(remarkSteps)('is valid HTML: of the form for a remark, %s, empty, filled and with faults', async (step) => {
    const url = `/kk/discussions/${world.open.discussionId}/remark/${step}`;
    const anchors = world.open.clauses.slice(0, 2);
    const filled = { anchors, kind: 'REMARK', text: 'Мерзім ұзақ.', name: 'А', kept: world.ids.fileId, from: 'check' };
    const forms: Record<string, string | string[]>[] = [{}, filled, { from: 'parts' }, { from: 'sender', anchors }];
    for (const fields of forms) {
      const { body } = await world.portal.send('POST', url, multipartForm(fields));
      const faults = await faultsOf(body, url);
      // The boxes that were ticked travel with the next pages, each under the name of the question.
      expect(faults.filter((fault) => !/^form-dup-name: .*"(anchors|kept)"/.test(fault))).toEqual([]);
    }
  });
});
