import pg, { type QueryConfig } from 'pg';
import type { Request } from './acting.js';

/**
 * Says for which body the transaction is, `''` for nobody's, and that it is not the system's, whatever the connection is by itself.
 * Gives no row. Both settings end with the transaction, so no connection carries them on.
 */
export const SAY_BODY = `select where set_config('talqy.body', $1, true) is null or set_config('talqy.actor_scope', '', true) is null`;

export const bodySaid = ({ bodyId }: Request): string => bodyId ?? '';

interface Wire {
  parse(statement: { readonly text: string }): void;
  bind(values: { readonly values: readonly string[] }): void;
  execute(portal: object): void;
}

/** What `pg` does with a query of its own; the types it comes with leave that out. */
interface Sent {
  prepare(connection: Wire): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}

const Query = pg.Query as unknown as new (config: QueryConfig) => Sent;

/**
 * One statement of a request, in one journey to the server: what is sent before one Sync is one transaction there, so the body is said
 * first and the statement follows in the same breath. Both end together, with the connection as it was.
 */
class BodyQuery extends Query {
  private isSaid = false;

  constructor(
    private readonly request: Request,
    text: string,
    values: readonly unknown[],
  ) {
    super({ text, values: [...values], queryMode: 'extended' } as QueryConfig);
  }

  override prepare(connection: Wire): void {
    connection.parse({ text: SAY_BODY });
    connection.bind({ values: [bodySaid(this.request)] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.isSaid) super.handleCommandComplete(message, connection);
    this.isSaid = true;
  }
}

/** `pg` takes a query as well as the description of one. */
export const queryOf = (request: Request, text: string, values: readonly unknown[]): QueryConfig =>
  new BodyQuery(request, text, values) as unknown as QueryConfig;
