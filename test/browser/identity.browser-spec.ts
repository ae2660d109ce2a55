import { Transactions } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import { translator } from '#lib/localisation';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../apps/portal/test/authenticator.js';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { officerAtDesk, type Tongue } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

const sql = (text: string) => bed.portal.database.query(text);
const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
  bed.portal.app.get(token as never, { strict: false });
const window = { kk: 320, ru: 1280 } as const;

describe.each(['kk', 'ru'] as const)('an official’s access in %s', (language) => {
  const t = translator(language);
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(bed.portal, false);
  });

  it('is by password and code, is looked after on one page, and lends a program less', async () => {
    const visitor = await officerAtDesk(bed.browser, bed.base, scene.signer, { language, width: window[language] });
    await visitor.follow(/Айгүл Сәрсенова/);
    await visitor.isAt(t('access.title'));
    await visitor.follow(t('access.factor-set'));
    await visitor.isAt(t('access.factor-title'));
    const secret = (await visitor.page.locator('.talqy-code').innerText()).replaceAll(' ', '');
    await visitor.fill(t('access.factor-code'), '000000');
    await visitor.press(t('access.factor-set'));
    await visitor.isAt(t('access.factor-title'));
    expect(await visitor.text()).toContain(t('access.code-wrong'));
    await visitor.fill(t('access.factor-code'), codeOf(secret));
    await visitor.press(t('access.factor-set'));
    await visitor.isAt(t('access.recovery-title'));
    await sql('update officer_factor set last_step = 0');
    await visitor.follow(t('access.recovery-kept'));
    await visitor.isAt(t('nav.desk'));

    const again = await arriveByCode(language, secret);
    await again.open(`/${language}/officer/account`);
    await again.isAt(t('access.title'));
    await again.press(t('access.sessions-end-others'));
    await again.isAt(t('access.title'));
    await visitor.open(`/${language}/officer`);
    await visitor.isAt(t('sign-in.title'));
    await visitor.leave();

    await again.follow(t('access.tokens-link'));
    await again.isAt(t('access.tokens-title'));
    await again.press(t('access.token-make'));
    await again.isAt(t('access.tokens-title'));
    expect(await again.text()).toContain(t('access.token-name-wrong'));
    await again.fill(t('access.token-name'), 'Апталық есеп');
    await again.choose(t('access.role-officer'));
    await again.press(t('access.token-make'));
    await again.isAt(t('access.token-made'));
    await again.follow(t('access.token-kept'));
    await again.isAt(t('access.tokens-title'));

    await sql(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);
    await sql('update officer_factor set last_step = 0');
    await again.open(`/${language}/officer/account/password`);
    await again.isAt(t('access.confirm-title'));
    await again.fill(t('sign-in.password'), scene.signer.password);
    await again.fill(t('access.code'), codeOf(secret));
    await again.press(t('access.confirm'));
    await again.isAt(t('access.password-title'));
    await again.leave();
  });

  async function arriveByCode(tongue: Tongue, secret: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(bed.browser, bed.base, { viewport: { width: window[tongue], height: 900 } });
    await visitor.open(`/${tongue}/sign-in`);
    await visitor.fill(t('sign-in.login'), scene.signer.email);
    await visitor.fill(t('sign-in.password'), scene.signer.password);
    await visitor.press(t('sign-in.submit'));
    await visitor.isAt(t('access.code-title'));
    await visitor.fill(t('access.code'), codeOf(secret));
    await visitor.press(t('sign-in.submit'));
    await visitor.isAt(t('nav.desk'));
    return visitor;
  }

  it('begins with an administrator’s invitation, and a forgotten password is asked for by anybody', async () => {
    const administrator = await officerAtDesk(bed.browser, bed.base, scene.administrator, {
      language,
      width: window[language],
    });
    await administrator.follow(t('administration.title'));
    await administrator.isAt(t('administration.title'));
    await administrator.follow(t('access.officials-title'));
    await administrator.isAt(t('access.officials-title'));
    await administrator.follow(t('access.invite-title'));
    await administrator.isAt(t('access.invite-title'));
    await administrator.press(t('access.invite'));
    await administrator.isAt(t('access.invite-title'));
    const [body] = await bed.portal.database.query<{ code: string }>('select code from state_body where id = $1', [
      scene.bodyId,
    ]);
    await administrator.fill(t('access.email'), `very.long.address.of.a.new.official.${language}@bilim.example.kz`);
    await administrator.fill(t('access.official-body'), body?.code ?? '');
    await administrator.choose(t('access.role-officer'));
    await administrator.press(t('access.invite'));
    await administrator.isAt(t('access.officials-title'));
    await administrator.fill(t('access.officials-search'), scene.signer.email);
    await administrator.press(t('access.officials-find'));
    await administrator.isAt(t('access.officials-title'));
    await administrator.follow(/Айгүл Сәрсенова \(signer\)/);
    await administrator.isAt(/signer/);
    await administrator.leave();

    const person = await Visitor.arrive(bed.browser, bed.base, { viewport: { width: window[language], height: 900 } });
    await person.open(`/${language}/invitations/${await invitationToken()}`);
    await person.isAt(t('access.invitation-title'));
    await person.fill(t('access.name'), 'Болат Ахметов');
    await person.fill(t('access.password-new'), 'тихий фонарь над 9 мостами');
    await person.press(t('access.invitation-accept'));
    await person.isAt(t('sign-in.title'));
    await person.follow(t('access.forgotten-title'));
    await person.isAt(t('access.forgotten-title'));
    await person.fill(t('access.email'), scene.signer.email);
    await person.press(t('access.forgotten-ask'));
    await person.isAt(t('access.forgotten-title'));
    expect(await person.text()).toContain(t('access.forgotten-asked'));
    await person.leave();
  });

  async function invitationToken(): Promise<string> {
    const [row] = await bed.portal.database.query<{ id: string }>(
      'select id from officer_invitation order by created_at desc limit 1',
    );
    const facts = await get(Transactions).run((tx) => get(AccountLetters).invitation(tx, row?.id ?? ''));
    return facts?.token ?? '';
  }
});
