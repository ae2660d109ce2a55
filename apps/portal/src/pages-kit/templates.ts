import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '#lib/settings';
import nunjucks from 'nunjucks';

const govukFrontend = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** Every value is escaped where it is printed; a template that prints an undefined variable is found by the page's test. */
export const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(projectRoot(), 'apps/portal/views'), govukFrontend]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);
