import { examine } from '../../app/doctor/doctor.js';
import { tellFinding } from '../../app/doctor/tell-finding.js';
import type { Api } from '../app-type.js';
import { findingsAnswerSchema } from '../contract/administration.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { faultsOfMany, noQuerySchema } from './problems.js';

const tags = ['administration'];

export function registerAdministration(api: Api, ports: ApiPorts): void {
  api.get(
    '/findings',
    {
      schema: {
        tags,
        summary: '逐项体检，同 jiannuo doctor',
        description: 'Of the machine of the process that answers; on a cluster each machine has its own.',
        querystring: noQuerySchema,
        response: { 200: findingsAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ headers }) => {
      const language = languageOf(headers['accept-language']);
      const findings = await examine(await ports.probes());
      return { findings: findings.map((finding) => tellFinding(finding, language)) };
    },
  );
}
