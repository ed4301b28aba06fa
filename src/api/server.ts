import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { packageVersion } from '../version.js';
import { guardRoutes } from './access/guard.js';
import { recordActions } from './access/record.js';
import { refuseForeign } from './allowed-hosts.js';
import { rememberMethods } from './allowed-methods.js';
import { registerApiPage } from './api-page.js';
import { closeSoon } from './closing.js';
import { handleError, handleNotFound } from './errors.js';
import { logResponse } from './log.js';
import { registerMetrics } from './metrics.js';
import { openapiOptions } from './openapi.js';
import type { ApiPorts } from './ports.js';
import { registerAdministration } from './routes/administration.js';
import { registerAmend } from './routes/amend.js';
import { registerBackups } from './routes/backups.js';
import { registerBin } from './routes/bin.js';
import { registerCalendar } from './routes/calendar.js';
import { registerCalendars } from './routes/calendars.js';
import { registerClaims } from './routes/claims.js';
import { registerCommitments } from './routes/commitments.js';
import { registerDecisions } from './routes/decisions.js';
import { registerDocumentPage } from './routes/document-page.js';
import { registerDocuments } from './routes/documents.js';
import { registerEvents } from './routes/events.js';
import { registerExport } from './routes/export.js';
import { registerFollowUp } from './routes/follow-up.js';
import { registerHealth } from './routes/health.js';
import { registerItems } from './routes/items.js';
import { registerJobs } from './routes/jobs.js';
import { registerLedgerImport } from './routes/ledger-import.js';
import { registerLinks } from './routes/links.js';
import { registerOriginal } from './routes/original.js';
import { registerPractice } from './routes/practice.js';
import { registerProposalImport } from './routes/proposal-import.js';
import { registerProposals } from './routes/proposals.js';
import { registerReextract } from './routes/reextract.js';
import { registerSamples } from './routes/samples.js';
import { registerSession } from './routes/session.js';
import { registerSetup } from './routes/setup.js';
import { registerSourcePage } from './routes/source-page.js';
import { registerStatistics } from './routes/statistics.js';
import { registerTokens } from './routes/tokens.js';
import { registerTrail } from './routes/trail.js';
import { registerUpload } from './routes/upload.js';
import { registerUsers } from './routes/users.js';
import { secure } from './security.js';
import { serializerCompiler } from './serialize.js';
import { validatorCompiler } from './validate.js';
import { registerSite } from './web/site.js';

export interface ServerOptions {
  readonly logger: FastifyBaseLogger;
  /** Host names that it may be asked for by, besides those of this machine itself: others are refused. */
  readonly hosts: readonly string[];
  /** Nobody but this machine reaches it: it is open while the office has no people. */
  readonly openUntilFirst: boolean;
}

/** At most so many files in one request. */
const maxFiles = 5_000;

/** The HTTP API, ready to listen or to be injected. The ports open when a request first needs them. */
export async function buildServer(ports: ApiPorts, options: ServerOptions) {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // A proxy on this machine may say who asks and how; nobody else is believed.
    trustProxy: ports.config.publicUrl === null ? false : 'loopback',
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // What is refused before a route is looked for, and so before any hook.
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      handleError(error, request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleNotFound(rememberMethods(app)));
  const refuse = refuseForeign(options.hosts);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    refuse(request);
  });
  app.addHook('onResponse', logResponse);
  closeSoon(app);
  await app.register(cookie);
  await secure(app, ports.config.publicUrl?.startsWith('https:') ?? false);
  guardRoutes(app, {
    tenant: ports.config.tenant,
    openUntilFirst: options.openUntilFirst,
    people: ports.people,
  });
  recordActions(app, ports.config.tenant, ports.trail);
  await app.register(swagger, openapiOptions(packageVersion()));
  await registerApiPage(app);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: maxFiles, parts: maxFiles + 100, fileSize: Number.POSITIVE_INFINITY },
  });
  await registerSite(app);
  registerHealth(app, ports);
  registerSetup(app, ports);
  registerMetrics(app, ports.queue);
  await app.register(
    async (api) => {
      registerUpload(api, ports, maxFiles);
      registerSamples(api, ports);
      registerDocuments(api, ports);
      registerBin(api, ports);
      registerReextract(api, ports);
      registerOriginal(api, ports);
      registerExport(api, ports);
      registerCommitments(api, ports);
      registerStatistics(api, ports);
      registerSourcePage(api, ports);
      registerItems(api, ports);
      registerAmend(api, ports);
      registerDocumentPage(api, ports);
      registerDecisions(api, ports);
      registerCalendar(api, ports);
      registerCalendars(api, ports);
      registerClaims(api, ports);
      registerLinks(api, ports);
      registerProposals(api, ports);
      registerProposalImport(api, ports);
      registerFollowUp(api, ports);
      registerJobs(api, ports);
      registerEvents(api, ports);
      registerSession(api, ports);
      registerUsers(api, ports);
      registerTokens(api, ports);
      registerTrail(api, ports);
      registerAdministration(api, ports);
      registerPractice(api, ports);
      registerLedgerImport(api, ports);
      registerBackups(api, ports);
      api.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
    },
    { prefix: '/api/v1' },
  );
  return app;
}
