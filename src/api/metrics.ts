import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobQueue } from '../app/ports/job-queue.js';
import { binarySchema } from './contract/common.js';

const milliseconds = 1000;

/** `GET /metrics` for Prometheus: this process, its requests by route, and how many jobs there are of each status. */
export function registerMetrics(app: FastifyInstance, queue: () => Promise<Pick<JobQueue, 'counts'>>): void {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'jiannuo_' });
  const requests = new Histogram({
    name: 'jiannuo_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [register],
  });
  new Gauge({
    name: 'jiannuo_jobs',
    help: 'Jobs in the queue by status; absent while the queue is away.',
    labelNames: ['status'],
    registers: [register],
    async collect() {
      this.reset();
      try {
        const counts = await (await queue()).counts();
        for (const [status, count] of Object.entries(counts)) this.set({ status }, count);
      } catch {
        // Told by /readyz; the other figures are given all the same.
      }
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / milliseconds);
  });
  app.get(
    '/metrics',
    {
      schema: {
        tags: ['health'],
        summary: 'Prometheus 指标',
        response: { 200: { description: '指标', content: { 'text/plain': { schema: binarySchema } } } },
      },
    },
    async (_request, reply) => {
      reply.type(register.contentType);
      return register.metrics();
    },
  );
}
