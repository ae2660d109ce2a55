import type { Queryable, Transaction } from '#lib/database';
import { Seal } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';
import type { Sender } from '../domain/sender.js';
import type {
  ConfirmedAddress,
  NamedByProvider,
  SenderConfirmation,
  SignedRemark,
} from '../domain/sender-confirmation.js';
import { comparableName, comparableValue } from '../domain/same-sender.js';
import type { SignedText } from '../domain/signed-document.js';

/** The injection token of the `Seal` of senders. */
export const SENDER_SEAL = Symbol('SenderSeal');

/** A sealed sender as it stands in `sealed_sender`; each bytea as `\x…`. */
export interface SealedSenderRow {
  readonly key_id: string;
  readonly sealed: string;
  /** The signature of a signed remark, by the same key. */
  readonly sealed_signature?: string;
  readonly email_index?: string;
  readonly bin_index?: string;
  readonly name_index?: string;
}

/** What a query gives for `sealedSenderOf`. */
export interface SealedSender {
  readonly subjectId: string;
  readonly keyId: string;
  /** Base 64. */
  readonly sealed: string;
}

/** Who sent; every field is null when the sender's data have been erased. For officials only (REQ-46). */
export interface SenderDetails {
  readonly name: string | null;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly bin: string | null;
  readonly representativeGround: string | null;
  /** What confirmed the sender; absent when the sender went without (AMB-20). */
  readonly confirmedBy?:
    Pick<NamedByProvider, 'kind' | 'name' | 'provider'> | Pick<ConfirmedAddress, 'kind'> | SeenSignature;
}

/** Of a certificate: not the number of the person, nor anything that leads to it. */
type SeenSignature = Pick<SignedRemark, 'kind' | 'name' | 'organisation' | 'issuer'>;

/** SQL of a `SealedSender` or null, from a row of `sealed_sender` that may be missing. */
export const sealedSenderOf = (alias: string): string => `case when ${alias}.subject_id is not null then
  json_build_object('subjectId', ${alias}.subject_id, 'keyId', ${alias}.key_id, 'sealed', encode(${alias}.sealed, 'base64')) end`;

/** Before there was another kind, a confirmation did not say its own. */
type SenderOnceSealed = Omit<Sender, 'confirmedBy'> & {
  readonly confirmedBy?: SenderConfirmation | Omit<NamedByProvider, 'kind'>;
};

const NOBODY: SenderDetails = { name: null, email: null, organisation: null, bin: null, representativeGround: null };

/** The one face through which names and contacts are sealed and read. */
@Injectable()
export class Senders {
  constructor(@Inject(SENDER_SEAL) private readonly seal: Seal) {}

  /** @param subjectId of the remark, the late arrival or the entry: the seal opens nowhere else */
  sealed(subjectId: string, sender: Sender, signed?: SignedText): SealedSenderRow {
    const { keyId, bytes } = this.seal.seal(placeOf(subjectId), JSON.stringify(sender));
    const signature = signed && this.seal.seal(signaturePlaceOf(subjectId), JSON.stringify(signed));
    // A rotation came between the two, and a row has one key.
    if (signature && signature.keyId !== keyId) return this.sealed(subjectId, sender, signed);
    const index = (kind: string, value: string | undefined) =>
      value === undefined ? undefined : bytea(this.seal.index(kind, value));
    return {
      key_id: keyId,
      sealed: bytea(bytes),
      sealed_signature: signature && bytea(signature.bytes),
      email_index: index('email', comparableValue(sender.email)),
      bin_index: index('bin', comparableValue(sender.bin)),
      name_index: index('name', comparableName(sender.name)),
    };
  }

  /** @throws Error when the seal does not open: altered, moved, or the key is missing */
  whole({ subjectId, keyId, sealed }: SealedSender): Sender {
    const text = this.seal.open(placeOf(subjectId), { keyId, bytes: Buffer.from(sealed, 'base64') });
    const { confirmedBy: by, ...sender } = JSON.parse(text) as SenderOnceSealed;
    if (!by) return sender;
    return { ...sender, confirmedBy: 'kind' in by ? by : { kind: 'provider', ...by } };
  }

  open(sealed: SealedSender | null): SenderDetails {
    if (sealed === null) return NOBODY;
    const whole = this.whole(sealed);
    const { name, email = null, organisation = null, bin = null, representativeGround = null, confirmedBy } = whole;
    return { name, email, organisation, bin, representativeGround, ...seenBy(confirmedBy) };
  }

  /** Rows of a query with their `sender` opened. */
  openAll<Row extends { readonly sender: SealedSender | null }>(
    rows: readonly Row[],
  ): (Omit<Row, 'sender'> & Opened)[] {
    return rows.map((row) => ({ ...row, sender: this.open(row.sender) }));
  }

  async add(tx: Transaction, subjectId: string, sender: Sender): Promise<void> {
    const { key_id, sealed, email_index, bin_index, name_index } = this.sealed(subjectId, sender);
    await tx.query(
      `insert into sealed_sender (subject_id, key_id, sealed, email_index, bin_index, name_index)
       values ($1, $2, $3::bytea, $4::bytea, $5::bytea, $6::bytea)`,
      [subjectId, key_id, sealed, email_index ?? null, bin_index ?? null, name_index ?? null],
    );
  }

  async remove(tx: Transaction, subjectId: string): Promise<void> {
    await tx.query('delete from sealed_sender where subject_id = $1', [subjectId]);
  }

  async of(from: Queryable, subjectId: string): Promise<Sender | undefined> {
    const [row] = await from.query<{ sender: SealedSender }>(
      `select ${sealedSenderOf('w')} as sender from sealed_sender w where w.subject_id = $1`,
      [subjectId],
    );
    return row && this.whole(row.sender);
  }

  /** What was signed and its signature; undefined for a remark that is not signed, or whose sender is not kept. */
  async signedTextOf(from: Queryable, subjectId: string): Promise<SignedText | undefined> {
    const [row] = await from.query<SealedSignature>(
      `select w.key_id as "keyId", encode(w.sealed_signature, 'base64') as signature from sealed_sender w where w.subject_id = $1`,
      [subjectId],
    );
    return row && this.signedText(subjectId, row);
  }

  /** @throws Error as `whole` */
  signedText(subjectId: string, { keyId, signature }: SealedSignature): SignedText | undefined {
    if (signature === null) return undefined;
    const bytes = Buffer.from(signature, 'base64');
    return JSON.parse(this.seal.open(signaturePlaceOf(subjectId), { keyId, bytes })) as SignedText;
  }

  /** HMAC-SHA256 under the key of the index, hex: tells whether two are equal, and nothing else. */
  digest(kind: string, text: string): string {
    return this.seal.index(kind, text).toString('hex');
  }
}

/** What officials see of a confirmation: neither issuer nor subject of a provider, nor the number of a person. */
function seenBy(by: Sender['confirmedBy']): Pick<SenderDetails, 'confirmedBy'> {
  if (!by) return {};
  if (by.kind === 'email') return { confirmedBy: { kind: by.kind } };
  if (by.kind === 'provider') return { confirmedBy: { kind: by.kind, name: by.name, provider: by.provider } };
  const { kind, name, organisation, issuer } = by;
  return { confirmedBy: { kind, name, organisation, issuer } };
}

interface Opened {
  readonly sender: SenderDetails;
}

/** Base 64; null for a remark that is not signed. */
interface SealedSignature {
  readonly keyId: string;
  readonly signature: string | null;
}

const placeOf = (subjectId: string): string => `sealed_sender ${subjectId}`;
const signaturePlaceOf = (subjectId: string): string => `sealed_sender ${subjectId} signature`;
const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
