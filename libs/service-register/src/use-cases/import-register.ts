import { createHash } from 'node:crypto';
import { Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { checkRegister } from '../domain/register-check.js';
import type { RegisterFault } from '../domain/register-fault.js';
import { readRegisterRow, type RegisterRow } from '../domain/register-row.js';
import { RegisterStore, type Upserted } from '../persistence/register-store.js';
import { readCsvRegister } from '../reading/csv-register.js';
import { readJsonRegister } from '../reading/json-register.js';
import type { RegisterFile, RegisterFileFormat } from '../reading/register-file.js';

export interface ImportRegisterInput {
  /** The text of the file. */
  readonly text: string;
  readonly format: RegisterFileFormat;
  /** Tell what would happen, and change nothing. */
  readonly isDryRun?: boolean;
}

export interface RegisterImport {
  readonly isDryRun: boolean;
  readonly faults: readonly RegisterFault[];
  readonly bodies: Upserted;
  readonly services: Upserted;
}

export class RegisterNotImported extends DomainError {
  constructor(faults: readonly RegisterFault[]) {
    super('import-refused', `the register file has ${faults.length} faults; nothing was imported`, { faults });
  }
}

const nothing: Upserted = { created: 0, updated: 0 };

@Injectable()
export class ImportRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: RegisterStore,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Brings state bodies and services of a CSV or JSON file into the register, by code: new ones are added, known ones are
   * changed, none is removed. All rows or none. A dry run gives the faults and the counts (R4, R5, REQ-01, REQ-12).
   * @throws NotAllowed unless an administrator or the system acts
   * @throws RegisterNotImported naming every faulty row with its line and reason
   */
  async execute(input: ImportRegisterInput, actor: Actor): Promise<RegisterImport> {
    requireRole(actor, 'administrator');
    const file = input.format === 'csv' ? readCsvRegister(input.text) : readJsonRegister(input.text);
    const { rows, faults } = readRows(file);
    const isDryRun = input.isDryRun === true;
    return this.transactions
      .run(async (tx) => {
        await this.store.lock(tx);
        const all = inOrder([...faults, ...checkRegister(rows, await this.store.knownBodies(tx))]);
        if (all.length > 0) throw new RegisterNotImported(all);
        const bodies = rows.flatMap((row) => (row.type === 'body' ? [row.body] : []));
        const services = rows.flatMap((row) => (row.type === 'service' ? [row.service] : []));
        const done: RegisterImport = {
          isDryRun,
          faults: [],
          bodies: await this.store.upsertBodies(tx, bodies),
          services: await this.store.upsertServices(tx, services),
        };
        if (isDryRun) throw new DryRun(done);
        await this.ledger.record(tx, {
          actor,
          act: 'register.imported',
          subject: { kind: 'register', id: newId() },
          data: {
            file: createHash('sha256').update(input.text, 'utf8').digest('hex'),
            bodies: done.bodies,
            services: done.services,
          },
        });
        return done;
      })
      .catch((error: unknown) => {
        if (error instanceof DryRun) return error.done;
        if (isDryRun && error instanceof RegisterNotImported) return refused(error);
        throw error;
      });
  }
}

/** Rolls a dry run back after it has counted. */
class DryRun extends Error {
  constructor(readonly done: RegisterImport) {
    super('dry run');
  }
}

const refused = (error: RegisterNotImported): RegisterImport => ({
  isDryRun: true,
  faults: error.details['faults'] as readonly RegisterFault[],
  bodies: nothing,
  services: nothing,
});

const inOrder = (faults: readonly RegisterFault[]) => faults.toSorted((a, b) => a.line - b.line);

function readRows(file: RegisterFile): { rows: RegisterRow[]; faults: RegisterFault[] } {
  const rows: RegisterRow[] = [];
  const faults = [...file.faults];
  for (const record of file.records) {
    const reading = readRegisterRow(record);
    if ('row' in reading) rows.push(reading.row);
    else faults.push(...reading.faults);
  }
  return { rows, faults };
}
