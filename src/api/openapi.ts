import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { anyone, rightOf } from './access/rights.js';

const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['files'],
        properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
      },
    },
  },
};

interface Operation {
  requestBody?: unknown;
  security?: unknown;
  responses?: Record<string, unknown>;
}

interface OpenapiDocument {
  paths?: Record<string, Record<string, Operation | undefined> | undefined>;
  components?: { schemas?: Record<string, unknown>; securitySchemes?: Record<string, unknown> };
}

/** Each schema comes once as it is sent and once as it would be taken; the second is used by no route here. */
function dropUnused(document: OpenapiDocument): void {
  const schemas = document.components?.schemas ?? {};
  const text = JSON.stringify(document.paths);
  for (const name of Object.keys(schemas)) {
    if (name.endsWith('Input') && !text.includes(`/schemas/${name}"`)) delete schemas[name];
  }
}

/** A list of fixed length whose parts are alike (a box) is told as an array: many tools do not know `prefixItems`. */
function simplifyTuples(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  const schema = node as Record<string, unknown>;
  if (Array.isArray(schema.prefixItems)) {
    const { length, 0: first } = schema.prefixItems;
    const alike = schema.prefixItems.every((part) => JSON.stringify(part) === JSON.stringify(first));
    if (alike) {
      Object.assign(schema, { items: first, minItems: length, maxItems: length });
      delete schema.prefixItems;
    }
  }
  for (const part of Object.values(schema)) simplifyTuples(part);
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What the guard before all routes asks for and answers. */
function addAccess(document: OpenapiDocument): void {
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods ?? {})) {
      if (!operation || rightOf(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1')) === anyone) continue;
      operation.security = [{ token: [] }, { session: [] }];
      operation.responses = {
        ...operation.responses,
        401: refusal('没有登录，或令牌无效'),
        403: refusal('没有这项权限，或缺少请求头'),
      };
    }
  }
  document.components = {
    ...document.components,
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'jiannuo' },
    },
  };
}

/** A multipart body is read as a stream and has no zod schema: its description is added by hand. */
const transformObject: NonNullable<FastifyDynamicSwaggerOptions['transformObject']> = (input) => {
  const document = jsonSchemaTransformObject(input);
  simplifyTuples(document);
  dropUnused(document as OpenapiDocument);
  addAccess(document as OpenapiDocument);
  const upload = (document as OpenapiDocument).paths?.['/api/v1/documents']?.post;
  if (upload) upload.requestBody = uploadBody;
  return document;
};

export const openapiOptions = (version: string): FastifyDynamicSwaggerOptions => ({
  openapi: {
    openapi: '3.1.0',
    info: {
      title: '践诺 jiannuo',
      description: 'From government replies to a ledger of commitments. 把答复和行动方案变成承诺台账。',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [
      { name: 'documents', description: '文档' },
      { name: 'commitments', description: '台账：承诺与成效' },
      { name: 'proposals', description: '建议、提案' },
      { name: 'jobs', description: '处理任务' },
      { name: 'people', description: '用户、登录、接口令牌' },
      { name: 'administration', description: '办理规则、体检、备份' },
      { name: 'health', description: '运行状态' },
    ],
  },
  transform: jsonSchemaTransform,
  transformObject,
});
