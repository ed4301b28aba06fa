import { jsonLine } from '../../adapters/export/json/json-line.js';
import { examine, type Finding } from '../../app/doctor/doctor.js';
import { formatBytes } from '../../app/ingest/byte-size.js';
import { composeProbes } from '../../compose-probes.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { write } from '../output/stdout.js';
import { padEnd } from '../output/width.js';

export interface DoctorOptions {
  readonly format: 'text' | 'json';
  readonly data?: string;
}

function sentence(finding: Finding, { t, tell, language }: Context): string {
  const d = t.doctor;
  switch (finding.code) {
    case 'nodeOld':
      return d.nodeOld(...finding.values);
    case 'segmenterFallback':
    case 'dataMissing':
      return d[finding.code](finding.values[0], finding.values[1][language]);
    case 'recognizerOff':
      return d.recognizerOff;
    case 'recognizerMissing':
    case 'segmenterMissing':
    case 'sqliteMissing':
    case 'sqliteUnused':
    case 'diskUnknown':
      return d[finding.code](finding.values[0][language]);
    case 'diskOk':
    case 'diskLow':
      return d[finding.code](formatBytes(finding.values[0]));
    case 'serverFault':
    case 'holidaysFault':
      return tell(finding.values[0]);
    default:
      return d[finding.code](finding.values[0]);
  }
}

/** Tells what is there and what is missing; exit status 1 when something needed is. */
export async function runDoctor(context: Context, options: DoctorOptions): Promise<number> {
  const d = context.t.doctor;
  const findings = await examine(composeProbes(await context.config(options)));
  const well = findings.every(({ state }) => state !== 'missing');
  if (options.format === 'json') {
    const checks = findings.map((finding) => ({
      check: finding.check,
      state: finding.state,
      message: sentence(finding, context),
    }));
    await write(`${jsonLine({ well, checks })}\n`);
    return well ? 0 : 1;
  }
  for (const finding of findings) {
    const line = `${padEnd(d[finding.state], 8)}${padEnd(d.checks[finding.check], 16)}${sentence(finding, context)}`;
    await write(`${oneLine(line)}\n`);
  }
  await write(`${well ? d.allWell : d.notWell}\n`);
  return well ? 0 : 1;
}
