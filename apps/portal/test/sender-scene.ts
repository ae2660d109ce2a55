import { Transactions } from '#lib/database';
import { AddressConfirmations } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { multipartForm } from './multipart-form.js';
import { type ProviderScene, Visitor } from './provider-scene.js';
import { openScene, type Scene } from './scene.js';

export const email = 'azamat@secret.example';
export const formOf = ({ discussionId }: Scene) => `/ru/discussions/${discussionId}/remark`;
export const addressOf = ({ discussionId }: Scene) => `/ru/discussions/${discussionId}/sender/address`;
export const identityOf = ({ discussionId }: Scene) => `/ru/discussions/${discussionId}/sender/identity`;

/** What senders do in discussions whose profile asks for a confirmed one. */
export class SenderScene {
  constructor(private readonly at: ProviderScene) {}

  /** An open discussion under a profile, before anybody asked for it. */
  async under(profileId: string): Promise<Scene> {
    const scene = await openScene(this.at.portal);
    await this.query('update discussion set profile_id = $2 where id = $1', scene.discussionId, profileId);
    return scene;
  }

  send(visitor: Visitor, scene: Scene, over: object = {}) {
    const fields = {
      key: newId(),
      kind: 'REMARK',
      anchors: 'whole',
      text: 'Срок слишком велик для всех заявителей.',
      senderKind: 'INDIVIDUAL',
      name: 'Азамат Жазушы',
      email,
      ...over,
    };
    const { headers, payload } = multipartForm(fields);
    return this.at.portal.send('POST', formOf(scene), { headers: { ...headers, cookie: visitor.cookie }, payload });
  }

  viaApi(visitor: Visitor, scene: Scene, over: object = {}) {
    return this.byProgram(scene, { cookie: visitor.cookie }, over);
  }

  byProgram({ discussionId }: Scene, headers: Record<string, string> = {}, over: object = {}) {
    return this.at.portal.send('POST', `/api/v1/discussions/${discussionId}/remarks`, {
      headers: { 'idempotency-key': `"${newId()}"`, ...headers },
      payload: {
        kind: 'REMARK',
        language: 'ru',
        text: 'Срок слишком велик для всех.',
        sender: { kind: 'INDIVIDUAL', name: 'Азамат', email },
        ...over,
      },
    });
  }

  /** The link of the newest letter, as the worker takes it. */
  async linkOf({ discussionId }: Scene): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      'select id from address_confirmation where discussion_id = $1 order by created_at desc limit 1',
      discussionId,
    );
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      this.at.portal.app.get(token as never, { strict: false });
    const facts = await get(Transactions).run((tx) => get(AddressConfirmations).letter(tx, row?.id ?? ''));
    return `/ru/sender-addresses/${facts?.token}`;
  }

  /** Somebody who has pressed the button behind the link of the letter. */
  async confirmed(scene: Scene, address = email): Promise<Visitor> {
    const visitor = new Visitor(this.at);
    await visitor.post(addressOf(scene), { email: address });
    await visitor.post(await this.linkOf(scene));
    return visitor;
  }

  async waiting({ discussionId }: Scene): Promise<number> {
    return (await this.query('select from address_confirmation where discussion_id = $1', discussionId)).length;
  }

  async remarksOf({ discussionId }: Scene): Promise<number> {
    return (await this.query('select from remark where discussion_id = $1', discussionId)).length;
  }

  private query<Row>(sql: string, ...values: unknown[]) {
    return this.at.portal.database.query<Row>(sql, values);
  }
}
