import { Database } from '#lib/database';
import { DomainError, isId, type Multilingual } from '#lib/kernel';
import { isOfSection } from '#lib/service-register';
import { Injectable } from '@nestjs/common';
import { isOpen } from './discussion-conditions.js';

const LOT = 1000;

export interface Figures {
  /** Discussions that were ever placed. */
  readonly discussions: number;
  readonly open: number;
  /** Remarks and proposals received on time, hidden ones too, withdrawn ones not. */
  readonly remarks: number;
}

/** A body that has placed a draft. */
export interface DevelopingBody {
  readonly id: string;
  readonly code: string;
  readonly name: Multilingual;
  readonly discussions: number;
}

/** A section of the register that has a name and a discussion. */
export interface Topic {
  /** Three digits. */
  readonly code: string;
  readonly name: Multilingual;
}

/** What a list of discussions can be narrowed to. */
export interface OfferedChoices {
  readonly bodies: readonly DevelopingBody[];
  readonly topics: readonly Topic[];
}

@Injectable()
export class DiscussionFigures {
  constructor(private readonly database: Database) {}

  /** Of one body, or of all. @throws DomainError `not-found` for what is no id of a body */
  async of(developerId?: string): Promise<Figures> {
    if (developerId !== undefined && !isId(developerId)) {
      throw new DomainError('not-found', 'there is no such state body', { developerId });
    }
    const [figures] = await this.database.query<Figures>(
      `select count(*)::int as discussions, (count(*) filter (where ${isOpen}))::int as open,
              (select count(*)::int from remark r join discussion d on d.id = r.discussion_id
                 join procedure p on p.id = d.procedure_id
                where r.state <> 'WITHDRAWN' and ($1::uuid is null or p.developer_id = $1)) as remarks
         from discussion d join procedure p on p.id = d.procedure_id where $1::uuid is null or p.developer_id = $1`,
      [developerId ?? null],
    );
    return figures ?? { discussions: 0, open: 0, remarks: 0 };
  }

  /** Every body with a discussion, by its code. */
  bodies(): Promise<DevelopingBody[]> {
    return this.database.query<DevelopingBody>(
      `select b.id, b.code, jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as name,
              count(*)::int as discussions
         from discussion d join procedure p on p.id = d.procedure_id join state_body b on b.id = p.developer_id
        group by b.id order by b.code`,
    );
  }

  /**
   * Every named section of which something is or was discussed, by its code. The limit makes PostgreSQL go from each section by the
   * indexes to the first discussion it meets: "exists" reads all discussions there are.
   */
  topics(): Promise<Topic[]> {
    return this.database.query<Topic>(
      `select x.code, jsonb_strip_nulls(jsonb_build_object('kk', x.name_kk, 'ru', x.name_ru, 'en', x.name_en)) as name
         from register_section x
        cross join lateral (select from public_service s join procedure p on p.service_id = s.id
                              join discussion d on d.procedure_id = p.id
                             where ${isOfSection('s.code', 'x.code')} limit 1) discussed
        order by x.code`,
    );
  }

  async offered(): Promise<OfferedChoices> {
    const [bodies, topics] = await Promise.all([this.bodies(), this.topics()]);
    return { bodies, topics };
  }

  /** Discussions in lots of a thousand by their number, so that a lot never changes its members; the lots that have some. */
  async lots(): Promise<number[]> {
    const rows = await this.database.query<{ lot: number }>(
      `select distinct (no - 1) / ${LOT} + 1 as lot from discussion where no > 0 order by lot`,
    );
    return rows.map(({ lot }) => lot);
  }

  /** Ids of one lot, in the order of their placement. */
  async idsOfLot(lot: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from discussion where no > $1 and no <= $2 order by no',
      [(lot - 1) * LOT, lot * LOT],
    );
    return rows.map(({ id }) => id);
  }
}
