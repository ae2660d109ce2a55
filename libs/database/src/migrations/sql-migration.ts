import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration as two lists of statements. The digits order it; the name says what the database can hold afterwards. */
export function sqlMigration(order: number, name: string, up: readonly string[], down: readonly string[]) {
  return class implements MigrationInterface {
    readonly name = `${name}${1_770_000_000_000 + order}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of up) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of down) await runner.query(statement);
    }
  };
}
