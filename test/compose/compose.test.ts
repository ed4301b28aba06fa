import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/config.js';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** JSON Schema of the Compose Specification (compose-spec, Apache-2.0); its old-style ids say nothing to a 2019 validator. */
function composeSchema(): object {
  return JSON.parse(read('test/compose/compose-spec.json'), (key, value) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  );
}

const serviceSchema = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  ports: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  volumes: z.array(z.string()).default([]),
  deploy: z.looseObject({ replicas: z.number() }).optional(),
});
const compose = load(read('docker-compose.yml'));
const { services, volumes } = z
  .looseObject({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.unknown()) })
  .parse(compose);
const service = (name: string) => serviceSchema.parse(services[name]);

/** `${NAME:-default}` as docker compose fills it in. */
const interpolated = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

const configured = [...read('src/config.ts').matchAll(/^ {2}(JIANNUO_\w+):/gm)].map(([, name]) => name);

describe('docker-compose.yml', () => {
  it('is a Compose file by the specification', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    formats.default(ajv);
    // Compose has a duration of its own, not that of ISO 8601.
    ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
    for (const name of ['expose', 'ports', 'subnet_ip_address']) ajv.addFormat(name, true);
    const valid = ajv.compile(composeSchema());
    valid(compose);
    expect(valid.errors).toBeNull();
    expect(valid({ services: { api: { comand: 'x' } } })).toBe(false);
  });

  it('keeps what the servers hold, and starts them as the product needs them', () => {
    expect(service('redis').command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
    expect(service('mongo').command).toContain('rs0');
    expect(service('mongo').healthcheck?.test.join(' ')).toContain('rs.initiate');
    for (const name of ['mongo', 'redis']) {
      const [volume] = service(name).volumes.map((entry) => entry.split(':')[0] ?? '');
      expect(Object.keys(volumes)).toContain(volume);
      expect(service(name).ports).toEqual([]);
    }
  });

  it('waits for servers and migrations before API and workers', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toMatchObject({
        mongo: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
    }
    expect(service('worker').deploy?.replicas).toBe(2);
    for (const name of ['mongo', 'redis', 'api']) expect(service(name).healthcheck).toBeDefined();
  });

  it('publishes to this machine only', () => {
    const ports = Object.values(services).flatMap((each) => each.ports);
    expect(ports).not.toEqual([]);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('sets only variables that the configuration knows, to values that it takes', () => {
    for (const name of ['api', 'worker', 'migrate']) {
      const environment = Object.entries(service(name).environment).map(([key, value]) => {
        expect(configured).toContain(key);
        return [key, value === null ? undefined : interpolated(value)];
      });
      expect(readConfig(Object.fromEntries(environment)).profile).toBe('cluster');
    }
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');

  it('names the same variables as the configuration', () => {
    const named = lines.flatMap((line) => /^(?:# )?(JIANNUO_\w+)=/.exec(line)?.[1] ?? []);
    expect(configured.length).toBeGreaterThan(10);
    expect(named.sort()).toEqual([...configured].sort());
  });

  it('holds the defaults', () => {
    const given = lines.flatMap((line) => {
      const [, name, value] = /^(JIANNUO_\w+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? '']];
    });
    expect(readConfig(Object.fromEntries(given))).toEqual(readConfig({}));
  });
});
