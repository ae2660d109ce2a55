import type { Queryable, Transaction } from '#lib/database';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import type { HidingGround } from '../domain/hiding.js';
import { type Passage, redactedText, type SaidText } from '../domain/redaction.js';
import { normalisedHash } from '../receipts.js';
import { SealedTexts } from '../sealing/sealed-texts.js';
import { moveQuotes, type QuotePlace, restoreQuotes } from './quoted-passages.js';

/** A remark as it was received, opened where it is redacted. */
export interface OriginalText extends SaidText {
  readonly language: Language;
  /** Hex. */
  readonly salt: string;
}

/** What is sealed of a redacted remark: what it said, its salt, which words its points quoted, and the mark in their place. */
interface Sealed extends SaidText {
  readonly salt: string;
  /** As it was put there, whatever the catalogue says by now; not in what was sealed before this was. */
  readonly mark?: string;
  readonly quotes: readonly QuotePlace[];
}

type Row = OriginalText & { readonly redactionId: string | null };

/** What stands in the place of redacted words, in the language of the remark. */
export const redactionMark = (ground: HidingGround, language: Language): string => {
  const t = translator(language);
  return t('redaction.mark', { ground: t(`hiding.ground.${ground}`) });
};

/** Puts marks in the place of words, and the words in the place of marks: what is read of a remark never holds what is redacted. */
@Injectable()
export class Redactions {
  constructor(private readonly texts: SealedTexts) {}

  async original(q: Queryable, remarkId: string): Promise<OriginalText> {
    const row = await this.row(q, remarkId);
    if (row.redactionId === null) return row;
    const { text, proposedWording, salt } = await this.sealed(q, row.redactionId);
    return { text, proposedWording, salt, language: row.language };
  }

  async passagesOf(q: Queryable, hidingId: string): Promise<Passage[]> {
    return q.query<Passage>(
      'select part, starts_at as "startsAt", length from hiding_passage where hiding_id = $1 order by ordinal',
      [hidingId],
    );
  }

  async keepPassages(tx: Transaction, hidingId: string, passages: readonly Passage[]): Promise<void> {
    await tx.query(
      `insert into hiding_passage (hiding_id, ordinal, part, starts_at, length)
       select $1, p.ordinality, p.part, p.starts_at, p.length
         from unnest($2::text[], $3::integer[], $4::integer[]) with ordinality as p (part, starts_at, length, ordinality)`,
      [
        hidingId,
        passages.map(({ part }) => part),
        passages.map(({ startsAt }) => startsAt),
        passages.map(({ length }) => length),
      ],
    );
  }

  /** The hiding is in force; the remark is locked, and not redacted. */
  async apply(tx: Transaction, hiding: { id: string; ground: HidingGround }, remarkId: string): Promise<void> {
    const { language, text, proposedWording, salt } = await this.row(tx, remarkId);
    const passages = await this.passagesOf(tx, hiding.id);
    const mark = redactionMark(hiding.ground, language);
    const redacted = redactedText({ text, proposedWording }, passages, mark);
    const quotes = await quotesOf(tx, remarkId);
    const sealed: Sealed = { text, proposedWording, salt, mark, quotes };
    await this.texts.add(tx, hiding.id, remarkId, JSON.stringify(sealed));
    await write(tx, remarkId, { ...redacted, salt: '', redactionId: hiding.id });
    await moveQuotes(tx, quotes, { passages, mark, said: redacted });
    await forgetSignature(tx, remarkId, text);
  }

  /** The hiding is lifted; the remark says again what was received. */
  async restore(tx: Transaction, hiding: { id: string; ground: HidingGround }, remarkId: string): Promise<void> {
    const { language, text: redacted } = await this.row(tx, remarkId);
    const sealed = await this.sealed(tx, hiding.id);
    const { quotes: before, mark = redactionMark(hiding.ground, language), ...original } = sealed;
    const passages = await this.passagesOf(tx, hiding.id);
    const quotes = await quotesOf(tx, remarkId);
    await write(tx, remarkId, { ...original, redactionId: null });
    await restoreQuotes(tx, quotes, before, { passages, mark, said: original });
    await this.texts.remove(tx, hiding.id);
    await forgetSignature(tx, remarkId, redacted);
  }

  private async sealed(q: Queryable, hidingId: string): Promise<Sealed> {
    const text = await this.texts.open(q, hidingId);
    if (text === undefined) throw new Error('a redaction has lost what it sealed');
    return JSON.parse(text) as Sealed;
  }

  /** An erasure took what was sealed: the remark says what stands in the place of its words, redacted before or not. */
  private async row(q: Queryable, remarkId: string): Promise<Row> {
    const [row] = await q.query<Row>(
      `select language, body as text, proposed_wording as "proposedWording", encode(salt, 'hex') as salt,
              case when erased_at is null then redaction_id end as "redactionId" from remark where id = $1`,
      [remarkId],
    );
    if (!row) throw new Error('a remark is gone');
    return row;
  }
}

async function write(
  tx: Transaction,
  remarkId: string,
  {
    text,
    proposedWording,
    salt,
    redactionId,
  }: SaidText & { readonly salt: string; readonly redactionId: string | null },
): Promise<void> {
  await tx.query(
    `update remark set body = $2, proposed_wording = $3, salt = decode($4, 'hex'), normalised_hash = decode($5, 'hex'),
       redaction_id = $6 where id = $1`,
    [remarkId, text, proposedWording, salt, normalisedHash(text), redactionId],
  );
}

/** The points of a remark belong to a lib above; what they quote changes here, in the transaction that changes the text. */
const quotesOf = (tx: Transaction, remarkId: string): Promise<QuotePlace[]> =>
  tx.query<QuotePlace>(
    `select s.point_id as "pointId", s.ordinal, s.part, s.starts_at as "startsAt", s.quote
       from point_span s join point p on p.id = s.point_id where p.remark_id = $1 order by s.point_id, s.ordinal`,
    [remarkId],
  );

/** What was made of the words to find similar ones by, when no other remark says the same. */
async function forgetSignature(tx: Transaction, remarkId: string, text: string): Promise<void> {
  await tx.query(
    `delete from text_signature t using remark r
      where r.id = $1 and t.discussion_id = r.discussion_id and t.normalised_hash = decode($2, 'hex')
        and not exists (select from remark o where o.discussion_id = r.discussion_id and o.normalised_hash = t.normalised_hash)`,
    [remarkId, normalisedHash(text)],
  );
}
