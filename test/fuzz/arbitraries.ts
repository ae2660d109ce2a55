import fc from 'fast-check';
import { hostileTexts } from '../corpora/worst-texts.js';
import type { Api, Operation, Parameter, Schema } from './operations.js';

/** What is there, so that a request gets past the door: ids by what stands before them in an address, and any others. */
export interface Known {
  readonly inPath: Readonly<Record<string, readonly string[]>>;
  readonly others: readonly string[];
}

export interface FuzzedRequest {
  readonly operation: Operation;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
  /** It carries a member that the description does not know. */
  readonly hasUnknownMember: boolean;
}

const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.nat({ max: 30_000 }).map((length) => 'ә'.repeat(length)),
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, '', [], {}, [[]], [null]),
  fc.constant({ toString: 'x', length: -1 }),
);

/** Values of a schema: as described, now and then a little off, now and then hostile. */
export class Arbitraries {
  /** @param isCalm nothing hostile but in texts, and everything as described */
  constructor(
    private readonly api: Api,
    private readonly known: Known,
    private readonly isCalm: boolean,
  ) {}

  request(operation: Operation): fc.Arbitrary<FuzzedRequest> {
    const parameters = fc.record(
      Object.fromEntries(
        operation.parameters.map((each) => [
          `${each.in} ${each.name}`,
          each.in === 'path' || each.required
            ? this.parameter(operation, each)
            : fc.option(this.parameter(operation, each), { nil: undefined, freq: this.isCalm ? 1 : 4 }),
        ]),
      ),
    );
    const body = operation.body ? this.value(operation.body) : fc.constant(undefined);
    const names = fc.constantFrom('isAdmin', 'x-y', 'constructor', '__proto__');
    const unknown = this.isCalm ? fc.constant(undefined) : fc.option(names, { nil: undefined, freq: 1 });
    return fc.record({ parameters, body, unknown }).map((made) => this.asRequest(operation, made));
  }

  private asRequest(
    operation: Operation,
    { parameters, body, unknown }: { parameters: Record<string, unknown>; body: unknown; unknown: string | undefined },
  ): FuzzedRequest {
    const text = (place: string, name: string) => {
      const value = parameters[`${place} ${name}`] ?? '';
      return typeof value === 'string' ? value : JSON.stringify(value);
    };
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(wellFormed(text('path', name)) || 'x'),
    );
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    for (const each of operation.parameters) {
      if (parameters[`${each.in} ${each.name}`] === undefined) continue;
      if (each.in === 'query') query.set(each.name, text('query', each.name));
      if (each.in === 'header')
        headers[each.name.toLowerCase()] = text('header', each.name).replaceAll(/[^\x20-\x7e]/g, '');
    }
    const isPlain = typeof body === 'object' && body !== null && !Array.isArray(body);
    const inBody = unknown !== undefined && isPlain;
    const sent = inBody ? { ...body, [unknown]: 1 } : body;
    if (unknown !== undefined && !inBody && operation.method === 'GET') query.set(unknown, '1');
    const asked = query.size > 0 ? `?${query.toString()}` : '';
    return {
      operation,
      url: path + asked,
      headers: sent === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      payload: sent === undefined ? undefined : JSON.stringify(sent),
      hasUnknownMember: inBody || (unknown !== undefined && operation.method === 'GET'),
    };
  }

  private parameter(operation: Operation, { name, schema, in: place }: Parameter): fc.Arbitrary<unknown> {
    const described = /idempotency/i.test(name) ? fc.uuid().map((id) => `"${id}"`) : this.asDescribed(schema);
    const before = operation.path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';
    const there = place === 'path' ? (this.known.inPath[before] ?? this.known.inPath[name]) : undefined;
    const right = there ? fc.constantFrom(...there) : described;
    if (this.isCalm) return right;
    return fc.oneof(
      { weight: 6, arbitrary: right },
      { weight: 2, arbitrary: described },
      { weight: 1, arbitrary: hostileText },
    );
  }

  private value(schema: Schema): fc.Arbitrary<unknown> {
    if (this.isCalm) return this.asDescribed(schema);
    return fc.oneof({ weight: 7, arbitrary: this.asDescribed(schema) }, { weight: 1, arbitrary: hostileValue });
  }

  private asDescribed(given: Schema): fc.Arbitrary<unknown> {
    const schema = this.api.resolve(given);
    const [first] = schema.anyOf ?? schema.allOf ?? [];
    if (first) return fc.oneof(...(schema.anyOf ?? schema.allOf ?? []).map((each) => this.asDescribed(each)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
      case 'object':
        return this.object(schema);
      case 'array':
        return fc.array(this.value(schema.items ?? {}), {
          minLength: schema.minItems ?? 0,
          maxLength: (schema.minItems ?? 0) + 2,
        });
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return fc.integer({ min: schema.minimum ?? -5, max: Math.max(schema.minimum ?? -5, schema.maximum ?? 1000) });
      case 'string':
        return this.text(schema);
      default:
        return fc.jsonValue();
    }
  }

  private object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const members = Object.entries(properties).map(([name, schema]) => [name, this.value(schema)] as const);
    const whole = fc.record(Object.fromEntries(members), { requiredKeys: [...required] });
    const lacking = fc.record(Object.fromEntries(members), { requiredKeys: [] });
    return this.isCalm ? whole : fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: lacking });
  }

  private text({ format, minLength = 0, maxLength = 40, pattern }: Schema): fc.Arbitrary<string> {
    if (format === 'uuid') return fc.oneof(fc.constantFrom(...this.known.others), fc.uuid());
    if (format === 'date') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    if (format === 'uri') return fc.webUrl();
    if (format === 'email') return fc.emailAddress();
    const words = fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
    const choices = pattern ? [fc.stringMatching(new RegExp(pattern)), words] : [words];
    return fc.oneof(...choices, fc.constantFrom(...this.known.others), fc.constantFrom(...hostileTexts));
  }
}

/** Half a character has no place in an address; what remains is as hostile. */
const wellFormed = (text: string): string => Buffer.from(text).toString('utf8');
