import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, type Server, startApi } from './support/api.js';

interface Operation {
  parameters?: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: object }> }>;
}
interface Openapi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let api: Awaited<ReturnType<typeof startApi>>;
let document: Openapi;
beforeAll(async () => {
  api = await startApi();
  document = (await get(api.app, '/api/v1/openapi.json')).json();
});
afterAll(() => api.close());

/** Checks a value against a schema of the document. */
function validator() {
  const ajv = new Ajv2020.default({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi');
  return ajv;
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the OpenAPI document', () => {
  it('is of version 3.1 and names every route', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operations().map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'get /healthz',
        'get /readyz',
        'post /api/v1/documents',
        'get /api/v1/documents',
        'get /api/v1/documents/{id}',
        'get /api/v1/documents/{id}/text',
        'get /api/v1/commitments',
        'get /api/v1/commitments/{id}',
        'get /api/v1/jobs',
        'get /api/v1/jobs/{id}',
        'post /api/v1/jobs/{id}/retry',
      ]),
    );
  });

  it('tells a box as an array of four numbers', () => {
    expect(JSON.stringify(document)).not.toContain('prefixItems');
    const { DocumentText } = document.components.schemas;
    const box = /"box":(\{[^}]*\}[^}]*\})/.exec(JSON.stringify(DocumentText))?.[1] ?? '{}';
    expect(JSON.parse(box)).toEqual({ type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 });
  });

  it('has no reference that leads nowhere', () => {
    for (const [, target] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(target ?? '')?.[1] ?? '';
      expect(document.components.schemas, target).toHaveProperty(name);
    }
  });

  it('has schemas that are JSON Schema 2020-12', () => {
    const ajv = validator();
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `openapi#/components/schemas/${name}` })).not.toThrow();
    }
  });

  it('describes each response and declares each parameter of a path', () => {
    for (const { path, operation } of operations()) {
      for (const response of Object.values(operation.responses)) expect(response.description).toBeDefined();
      const declared = (operation.parameters ?? [])
        .filter((one) => one.in === 'path')
        .map(({ name }) => name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('gives the filters of the ledger and the multipart body', () => {
    const names = document.paths['/api/v1/commitments']?.get?.parameters?.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['stance', 'unit', 'text', 'deadlineTo', 'noDeadline', 'cursor']),
    );
    const body = document.paths['/api/v1/documents']?.post?.requestBody;
    expect(body?.content).toHaveProperty('multipart/form-data');
  });

  it.each([
    ['/api/v1/documents', '200', 'application/json'],
    ['/api/v1/commitments', '200', 'application/json'],
    ['/api/v1/jobs', '200', 'application/json'],
    ['/healthz', '200', 'application/json'],
    ['/readyz', '200', 'application/json'],
  ])('%s answers as it says', async (path, status, type) => {
    const response = await get(api.app as Server, path);
    const schema = document.paths[path]?.get?.responses[status]?.content?.[type]?.schema ?? {};
    const text = JSON.stringify(schema).replaceAll('"#/', '"openapi#/');
    const check = validator().compile(JSON.parse(text));
    expect(check(response.json()), JSON.stringify(check.errors)).toBe(true);
  });
});
