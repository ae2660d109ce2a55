import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import type { FuzzedRequest } from './arbitraries.js';
import type { Api, Operation, Schema } from './operations.js';

/** Any operation may be asked too much, at too long an address, or in a type that nobody reads. */
const always = [413, 414, 415, 429];

/** What must not be in an answer: where our code lies, and what the database said. */
const inside =
  /node_modules|\bat [\w.<>]+ \(|\/(apps|libs|dist)\/|QueryFailedError|\bpg_|syntax error at|violates \w+ constraint|postgres(ql)?:\/\//;

/** Says what is wrong with an answer; nothing when all is well. */
export class Oracles {
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, discriminator: false });

  constructor(api: Api) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    for (const [name, schema] of Object.entries(api.schemas))
      this.ajv.addSchema({ ...onlyDescribed(schema) }, `#/components/schemas/${name}`);
  }

  faultsOf({ operation, hasUnknownMember }: FuzzedRequest, answer: LightMyRequestResponse): string[] {
    const { statusCode, body, headers } = answer;
    const faults: string[] = [];
    if (statusCode >= 500) faults.push(`a fault of ours: ${statusCode}`);
    const described = operation.responses[String(statusCode)];
    if (!described && !always.includes(statusCode)) faults.push(`an undescribed status: ${statusCode}`);
    if (hasUnknownMember && statusCode < 400) faults.push(`an unknown member was taken: ${statusCode}`);
    const isOurs = !operation.path.includes('/files/') && !operation.path.includes('/signature/');
    if (isOurs && inside.test(body)) faults.push(`tells of our insides: ${inside.exec(body)?.[0]}`);
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    const [expected] = Object.keys(described?.content ?? {});
    if (statusCode === 204) return body === '' ? faults : [...faults, 'a body with 204'];
    const isFile = expected === 'application/octet-stream';
    if (expected && !isFile && type !== expected) faults.push(`the type ${type}, not ${expected}`);
    const schema = described?.content?.[type]?.schema;
    if (schema && /json/.test(type)) faults.push(...this.shapeFaults(operation, statusCode, schema, body));
    return faults;
  }

  private shapeFaults(operation: Operation, status: number, schema: Schema, body: string): string[] {
    const key = `${operation.method} ${operation.path} ${status}`;
    const validate = this.validators.get(key) ?? this.ajv.compile(schema);
    this.validators.set(key, validate);
    if (validate(JSON.parse(body))) return [];
    const [error] = validate.errors ?? [];
    return [`not as described: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`];
  }
}

/** An answer has the members that are described and no other: one that slipped in is found. */
function onlyDescribed(schema: Schema): Schema {
  if (!schema.properties) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, each]) => [name, onlyDescribed(each)]),
  );
  return { additionalProperties: false, ...schema, properties };
}
