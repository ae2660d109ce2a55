import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroundTemplate } from '../domain/ground-template.js';

export interface KeptTemplate extends GroundTemplate {
  readonly id: string;
}

@Injectable()
export class GroundTemplates {
  constructor(private readonly database: Database) {}

  /** Those in use by the officer's body, by name. */
  async of(actor: Actor): Promise<KeptTemplate[]> {
    if (actor.kind !== 'officer') return [];
    return this.database.query<KeptTemplate>(
      `select id, name, reason_code as "reasonCode", ground_kk as "groundKk", ground_ru as "groundRu"
         from ground_template where body_id = $1 and archived_at is null order by name, id`,
      [actor.bodyId],
    );
  }
}
