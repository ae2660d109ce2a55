import type { INestApplication } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { type Action, ruleOf } from '#lib/identity';
import type { Role } from '#lib/kernel';
import { LANGUAGE } from '../src/pages-kit/language.js';
import { PUBLIC } from '../src/rights/public.js';
import { ACTION } from '../src/rights/may.js';

export interface Route {
  readonly handler: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With the names of its parameters, as `/api/v1/discussions/:id`. */
  readonly path: string;
  readonly isPublic: boolean;
  /** Of the policy; undefined for a public route. */
  readonly action: Action | undefined;
  readonly roles: readonly Role[];
}

/** Every handler of the portal with what it declares, read from its metadata. */
export function everyRoute(app: INestApplication): Route[] {
  const reflector = new Reflector();
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const routes = discovery.getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || typeof instance !== 'object' || instance === null) return [];
    const prototype: object = Object.getPrototypeOf(instance);
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name): Route[] => {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function') return [];
      const path: unknown = Reflect.getMetadata('path', handler);
      if (typeof path !== 'string') return [];
      const action = reflector.get<Action | undefined>(ACTION, handler as never);
      return [
        {
          handler: `${metatype.name}.${name}`,
          method: methodOf(Reflect.getMetadata('method', handler)),
          path: joined(String(Reflect.getMetadata('path', metatype)), path),
          isPublic: reflector.get<boolean | undefined>(PUBLIC, handler as never) === true,
          action,
          roles: action === undefined ? [] : ruleOf(action).roles,
        },
      ];
    });
  });
  return routes.toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

function methodOf(number: unknown): Route['method'] {
  const name = RequestMethod[Number(number)];
  if (name === 'GET' || name === 'POST' || name === 'PUT' || name === 'DELETE') return name;
  throw new Error(`a method the matrix does not know: ${name}`);
}

const joined = (controller: string, handler: string): string =>
  `/${[controller, handler]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`.replace(LANGUAGE, ':language');
