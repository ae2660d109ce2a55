import type { Queryable, Transaction } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { PublicServiceFacts } from '../domain/public-service.js';
import type { KnownBody } from '../domain/register-check.js';
import type { KnownFacts } from '../domain/register-plan.js';
import type { RegisterSectionFacts } from '../domain/register-section.js';
import type { StateBodyFacts } from '../domain/state-body.js';

@Injectable()
export class RegisterStore {
  /** Two imports wait for each other; readers do not. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('lock table state_body, public_service, register_section in share row exclusive mode');
  }

  knownBodies(q: Queryable): Promise<KnownBody[]> {
    return q.query<KnownBody>('select code, kind, authority from state_body');
  }

  /** What the register says of the codes of these rows. */
  async known(q: Queryable, { bodies, services, sections }: KnownFacts): Promise<KnownFacts> {
    const factsOf = async <Facts extends { readonly code: string }>(statement: string, rows: readonly Facts[]) =>
      (await q.query<{ facts: Facts }>(statement, [rows.map(({ code }) => code)])).map(({ facts }) => facts);
    return {
      bodies: await factsOf(bodyFacts, bodies),
      services: await factsOf(serviceFacts, services),
      sections: await factsOf(sectionFacts, sections),
    };
  }

  /** Upserts by code. Authorities are given up before they are taken, so two bodies may exchange one (R9). */
  async upsertBodies(tx: Transaction, bodies: readonly StateBodyFacts[]): Promise<void> {
    if (bodies.length === 0) return;
    const rows = JSON.stringify(bodies.map((body) => ({ ...body, id: newId() })));
    await tx.query(
      `update state_body b set authority = null
         from jsonb_array_elements($1::jsonb) as r
        where b.code = r->>'code' and b.authority is distinct from r->>'authority' and b.authority is not null`,
      [rows],
    );
    await tx.query(upsertBodies, [rows]);
  }

  /** Upserts by code; a section needs no service, and a service no section. */
  async upsertSections(tx: Transaction, sections: readonly RegisterSectionFacts[]): Promise<void> {
    if (sections.length === 0) return;
    const rows = JSON.stringify(sections.map((section) => ({ ...section, id: newId() })));
    await tx.query(upsertSections, [rows]);
  }

  /** Upserts by code; the bodies are there already. */
  async upsertServices(tx: Transaction, services: readonly PublicServiceFacts[]): Promise<void> {
    if (services.length === 0) return;
    const rows = JSON.stringify(services.map((service) => ({ ...service, id: newId() })));
    await tx.query(upsertServices, [rows]);
  }
}

const bodyFacts = `
  select jsonb_strip_nulls(jsonb_build_object(
           'code', code, 'kind', kind, 'name', jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en),
           'isSubordinateToPresident', subordinate_to_president, 'authority', authority, 'resourceUrl', resource_url)) as facts
    from state_body where code = any($1::text[])`;

const serviceFacts = `
  select jsonb_strip_nulls(jsonb_build_object(
           'code', s.code, 'name', jsonb_build_object('kk', s.name_kk, 'ru', s.name_ru, 'en', s.name_en),
           'enteredOn', to_char(s.entered_on, 'YYYY-MM-DD'), 'act', s.act, 'bodyCode', b.code)) as facts
    from public_service s join state_body b on b.id = s.body_id where s.code = any($1::text[])`;

const sectionFacts = `
  select jsonb_strip_nulls(jsonb_build_object('code', code, 'name', jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en))) as facts
    from register_section where code = any($1::text[])`;

const upsertBodies = `
  insert into state_body as b (id, code, kind, name_kk, name_ru, name_en, subordinate_to_president, authority, resource_url)
  select (r->>'id')::uuid, r->>'code', r->>'kind', r#>>'{name,kk}', r#>>'{name,ru}', r#>>'{name,en}',
         (r->>'isSubordinateToPresident')::boolean, r->>'authority', r->>'resourceUrl'
    from jsonb_array_elements($1::jsonb) as r
  on conflict (code) do update
     set kind = excluded.kind, name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
         subordinate_to_president = excluded.subordinate_to_president, authority = excluded.authority,
         resource_url = excluded.resource_url
   where (b.kind, b.name_kk, b.name_ru, b.name_en, b.subordinate_to_president, b.authority, b.resource_url)
         is distinct from (excluded.kind, excluded.name_kk, excluded.name_ru, excluded.name_en,
                           excluded.subordinate_to_president, excluded.authority, excluded.resource_url)`;

const upsertServices = `
  insert into public_service as s (id, code, name_kk, name_ru, name_en, entered_on, act, body_id)
  select (r->>'id')::uuid, r->>'code', r#>>'{name,kk}', r#>>'{name,ru}', r#>>'{name,en}', (r->>'enteredOn')::date, r->>'act', b.id
    from jsonb_array_elements($1::jsonb) as r
    join state_body b on b.code = r->>'bodyCode'
  on conflict (code) do update
     set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
         entered_on = excluded.entered_on, act = excluded.act, body_id = excluded.body_id
   where (s.name_kk, s.name_ru, s.name_en, s.entered_on, s.act, s.body_id)
         is distinct from (excluded.name_kk, excluded.name_ru, excluded.name_en, excluded.entered_on, excluded.act, excluded.body_id)`;

const upsertSections = `
  insert into register_section as x (id, code, name_kk, name_ru, name_en)
  select (r->>'id')::uuid, r->>'code', r#>>'{name,kk}', r#>>'{name,ru}', r#>>'{name,en}' from jsonb_array_elements($1::jsonb) as r
  on conflict (code) do update set name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en
   where (x.name_kk, x.name_ru, x.name_en) is distinct from (excluded.name_kk, excluded.name_ru, excluded.name_en)`;
