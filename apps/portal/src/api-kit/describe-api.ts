import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemResponse } from './problem.response.js';

/** The OpenAPI 3.1 description of /api/v1, made from the controllers and their DTOs. */
export function apiDescription(portal: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Talqy')
    .setDescription(
      'Public discussion of draft public-service standards. Instants are UTC with microseconds; errors are ' +
        'application/problem+json (RFC 9457). A cookie session needs the header x-csrf-token on unsafe methods; a program sends `Authorization: Bearer tlq_…` instead.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token of an official’s program (tlq_…)' }, 'token')
    .addCookieAuth('talqy_session', { type: 'apiKey', in: 'cookie', name: 'talqy_session' }, 'session')
    .build();
  return SwaggerModule.createDocument(portal, head, {
    extraModels: [ProblemResponse],
    operationIdFactory: (controller, method) => `${controller.replace(/(Api|Controller)$/, '')}.${method}`,
  });
}

/** Serves the description at /api/openapi.json and a page to try it at /api/docs. */
export function describeApi(portal: INestApplication): void {
  SwaggerModule.setup('api/docs', portal, () => apiDescription(portal), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Talqy API',
  });
}
