import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/settings';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}

export interface Api {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
  /** The schema itself, or the one it names. */
  resolve(schema: Schema): Schema;
}

/** The committed description, which test/openapi keeps equal to what is served. */
export function describedApi(): Api {
  const description = JSON.parse(readFileSync(join(projectRoot(), 'apps/portal/test/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, RawOperation>>;
    components: { schemas: Record<string, Schema> };
  };
  const { schemas } = description.components;
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => operationOf(path, method, raw)),
  );
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? resolve(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  return { operations, schemas, resolve };
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Operation['responses'];
}

function operationOf(path: string, method: string, raw: RawOperation): Operation {
  const named = [...(raw.parameters ?? [])];
  // Whatever the address has in braces is a parameter, described or not.
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
    if (!named.some((each) => each.in === 'path' && each.name === name))
      named.push({ name, in: 'path', required: true, schema: { type: 'string' } });
  const body = raw.requestBody?.content['application/json']?.schema;
  return {
    id: raw.operationId,
    method: method.toUpperCase() as Operation['method'],
    path,
    parameters: named,
    ...(body ? { body } : {}),
    responses: raw.responses,
  };
}
