import type { Transaction } from '#lib/database';
import { system } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { type ClaimRules, rightsByClaims } from '../domain/provider-claims.js';
import { type Account, Officers } from '../persistence/officers.js';
import { OfficialsProvider } from './officials-provider.js';
import type { KnownPerson } from './open-id-provider.js';
import { OpenedByProvider } from './opened-by-provider.js';

/** Roles and body follow the claims, where the settings say by which. */
@Injectable()
export class FollowProvider {
  constructor(
    private readonly provider: OfficialsProvider,
    private readonly officers: Officers,
    private readonly opened: OpenedByProvider,
    private readonly ledger: Ledger,
  ) {}

  get rules(): ClaimRules {
    return this.provider.rules;
  }

  /**
   * Gives a locked account what the claims say; a change ends its sessions, by the database.
   * @returns the account as it is now; undefined when the claims give no role or no body, which ends what the provider opened before
   */
  async within(tx: Transaction, account: Account, person: KnownPerson): Promise<Account | undefined> {
    const given = await this.given(tx, account, person);
    if (!given) {
      await this.opened.end(tx, account.id, person.issuer);
      return undefined;
    }
    const { roles, bodyId } = given;
    const changed = {
      ...(roles.join() === account.roles.join() ? {} : { roles: { before: account.roles, after: roles } }),
      ...(bodyId === account.bodyId ? {} : { bodyId: { before: account.bodyId, after: bodyId } }),
    };
    if (Object.keys(changed).length === 0) return account;
    if (changed.roles) await this.officers.setRoles(tx, account.id, roles);
    if (changed.bodyId) await this.officers.setBody(tx, account.id, bodyId);
    const subject = { kind: 'officer', id: account.id };
    const data = { provider: person.issuer, ...changed };
    await this.ledger.record(tx, { actor: system('portal'), act: 'officer.followed-provider', subject, data });
    return { ...account, roles, bodyId };
  }

  /** What the claims give, with what they leave to an administrator; undefined when they give nothing where they should. */
  async given(
    tx: Transaction,
    now: Pick<Account, 'roles' | 'bodyId'>,
    { claims }: KnownPerson,
  ): Promise<Pick<Account, 'roles' | 'bodyId'> | undefined> {
    const { roles = now.roles, bodyCode } = rightsByClaims(claims, this.rules);
    if (roles.length === 0 || bodyCode === null) return undefined;
    const bodyId = bodyCode === undefined ? now.bodyId : await this.officers.bodyByCode(tx, bodyCode);
    return bodyId === undefined ? undefined : { roles, bodyId };
  }
}
