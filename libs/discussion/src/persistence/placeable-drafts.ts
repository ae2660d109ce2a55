import type { Queryable, Transaction } from '#lib/database';
import { completenessFaults, type DraftVersion, DraftVersions, type Procedure } from '#lib/drafting';
import type { Instant } from '#lib/kernel';
import type { ProcedureProfile } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { type PlacementRefusal, placementRefusals } from '../domain/placement-guard.js';
import { PlacementRefused } from '../domain/refusals.js';
import { needsProvider, needsSignature } from '../domain/sender-confirmation.js';

/** What is put under discussion: the latest version, whole, and immutable from now on (REQ-23). */
export interface FrozenDraft {
  readonly id: string;
  readonly version: number;
  readonly textSha256: string;
}

/** The injection token of whether an identity provider may confirm senders here (TALQY_OIDC_CITIZENS_ISSUER). */
export const HAS_SENDERS_PROVIDER = Symbol('HasSendersProvider');

/** The injection token of whether anybody vouches for signers here (SIGNATURE_TRUSTED_ROOTS, SIGNATURE_VERIFIER_URL). */
export const TRUSTS_SIGNATURES = Symbol('TrustsSignatures');

/** The rules a draft is placed under, and until when remarks are taken. */
export interface PlacementTerms {
  readonly profile: ProcedureProfile;
  readonly areRulesInForce: boolean;
  readonly closeAt: Instant | null;
}

@Injectable()
export class PlaceableDrafts {
  constructor(
    private readonly versions: DraftVersions,
    @Inject(HAS_SENDERS_PROVIDER) private readonly hasSendersProvider: boolean,
    @Inject(TRUSTS_SIGNATURES) private readonly trustsSignatures: boolean,
  ) {}

  /** @throws PlacementRefused naming every reason with its clause */
  async freeze(tx: Transaction, procedure: Procedure, terms: PlacementTerms): Promise<FrozenDraft> {
    const { version, refusals } = await this.refusals(tx, procedure, terms);
    if (!version || refusals.length > 0) throw new PlacementRefused(refusals);
    await this.versions.freeze(tx, version.id);
    return version;
  }

  /** Why the latest version may not be placed yet; none = it may. */
  async refusals(
    q: Queryable,
    procedure: Procedure,
    terms: PlacementTerms,
  ): Promise<{ readonly version: DraftVersion | undefined; readonly refusals: PlacementRefusal[] }> {
    const version = await this.versions.latest(q, procedure.id);
    const { draftLanguages } = terms.profile;
    const textFaults = version ? completenessFaults(await this.versions.textOf(q, version), draftLanguages) : null;
    const refusals = placementRefusals({
      isNewStandard: procedure.kind === 'NEW_STANDARD',
      hasRegisterEntry: procedure.serviceId !== null,
      areRulesInForce: terms.areRulesInForce,
      lacksProvider: needsProvider(terms.profile.identity) && !this.hasSendersProvider && !(await isOver(q, terms)),
      lacksTrust: needsSignature(terms.profile.identity) && !this.trustsSignatures && !(await isOver(q, terms)),
      textFaults,
    });
    return { version, refusals };
  }
}

/** A discussion of long ago, taken over with its remarks, takes none on line any more. */
async function isOver(q: Queryable, { closeAt }: PlacementTerms): Promise<boolean> {
  const [row] = await q.query<{ isOver: boolean }>(
    'select coalesce($1::timestamptz <= clock_timestamp(), false) as "isOver"',
    [closeAt],
  );
  return row?.isOver ?? false;
}
