import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingExtent, HidingGround } from '../domain/hiding.js';
import type { Passage } from '../domain/redaction.js';
import type { HidingState } from '../domain/hiding-lifecycle.js';
import type { EntryOfficial } from './entry-rows.js';

/** One hiding with everybody who had a hand in it, for officials. */
export interface HidingDetails {
  readonly id: string;
  /** PASSAGES: a redaction. */
  readonly extent: HidingExtent;
  /** Of a redaction, by their place in the text as it was received. */
  readonly passages: readonly Passage[];
  readonly ground: HidingGround;
  readonly explanation: { readonly kk: string; readonly ru: string };
  readonly state: HidingState;
  readonly needsSecondOfficer: boolean;
  /** Whether the text is still the one it was proposed for. */
  readonly isOfThisText: boolean;
  readonly steps: readonly {
    readonly step: HidingState;
    readonly by: EntryOfficial;
    readonly at: Instant;
    /** Why it was refused or lifted. */
    readonly reason: string | null;
  }[];
}

@Injectable()
export class HidingsOfRemark {
  constructor(private readonly database: Database) {}

  /** The newest first. For officers of the developing body only; the caller checks that. */
  of(remarkId: string): Promise<HidingDetails[]> {
    return isId(remarkId) ? this.database.query<HidingDetails>(hidingsSql, [remarkId]) : Promise.resolve([]);
  }
}

const step = (name: HidingState, part: string, reason = 'null') =>
  `select '${name}' as step, h.${part}_by as who, h.${part}_at as at, ${reason} as reason where h.${part}_at is not null`;

const hidingsSql = `
  select h.id, h.extent, h.ground,
         coalesce((select jsonb_agg(jsonb_build_object('part', s.part, 'startsAt', s.starts_at, 'length', s.length) order by s.ordinal)
                     from hiding_passage s where s.hiding_id = h.id), '[]') as passages, jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru) as explanation, h.state,
         h.needs_second_officer as "needsSecondOfficer", h.revision = r.revision as "isOfThisText",
         (select jsonb_agg(jsonb_build_object('step', s.step, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   'reason', s.reason, 'by', jsonb_build_object('label', s.who, 'name',
                     (select o.name from officer o where s.who = 'officer:' || o.id::text))) order by s.at)
            from (${step('PROPOSED', 'proposed')} union all ${step('IN_FORCE', 'confirmed')}
                  union all ${step('REFUSED', 'refused', 'h.refusal_reason')}
                  union all ${step('LIFTED', 'lifted', 'h.lift_reason')}) s) as steps
    from hiding h join remark r on r.id = h.remark_id
   where h.remark_id = $1
   order by h.proposed_at desc, h.id desc`;
