import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Where the API can be read and tried in a browser, without anything from elsewhere. */
export const apiPagePath = '/api/docs';

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Swagger UI writes a style sheet of its own into the page. Scripts are files only.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

/** Routes for trying the API out. The header that routes which change something ask of a browser goes with each request. */
export async function registerApiPage(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: apiPagePath,
    staticCSP: policy,
    theme: { title: '践诺 API' },
    uiConfig: {
      deepLinking: true,
      docExpansion: 'list',
      filter: true,
      validatorUrl: null,
      persistAuthorization: false,
      // Sent to the browser as it is written here.
      requestInterceptor: (request) =>
        Object.assign(request, { headers: { ...request.headers, 'x-jiannuo-request': 'docs' } }),
    },
  });
}
