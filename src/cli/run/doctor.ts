import { jsonLine } from '../../adapters/export/json/json-line.js';
import { examine } from '../../app/doctor/doctor.js';
import { findingWords } from '../../app/doctor/finding-words.js';
import { tellFinding } from '../../app/doctor/tell-finding.js';
import { composeProbes } from '../../compose-probes.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { write } from '../output/stdout.js';
import { padEnd } from '../output/width.js';

export interface DoctorOptions {
  readonly format: 'text' | 'json';
  readonly data?: string;
}

/** Tells what is there and what is missing; exit status 1 when something needed is. */
export async function runDoctor(context: Context, options: DoctorOptions): Promise<number> {
  const d = context.t.doctor;
  const findings = await examine(composeProbes(await context.config(options)));
  const well = findings.every(({ state }) => state !== 'missing');
  if (options.format === 'json') {
    const checks = findings.map((finding) => {
      const { check, state, message } = tellFinding(finding, context.language);
      return { check, state, message };
    });
    await write(`${jsonLine({ well, checks })}\n`);
    return well ? 0 : 1;
  }
  for (const finding of findings) {
    const { state, name, message } = tellFinding(finding, context.language);
    const line = `${padEnd(findingWords[context.language][state], 8)}${padEnd(name, 16)}${message}`;
    await write(`${oneLine(line)}\n`);
  }
  await write(`${well ? d.allWell : d.notWell}\n`);
  return well ? 0 : 1;
}
