import { jsonLine } from '../../adapters/export/json/json-line.js';
import { examineFile } from '../../app/ingest/extract-file.js';
import { asJiannuoError } from '../../domain/errors.js';
import { type Finding, findingMessages } from '../../domain/examination.js';
import { fillIn } from '../../domain/phrase.js';
import type { Context } from '../context.js';
import { documentsIn } from '../files/documents-in.js';
import { expandPaths } from '../files/expand-paths.js';
import { oneLine } from '../output/escape.js';
import { note, write } from '../output/stdout.js';
import { warningsIn } from '../output/told.js';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

/** Sentences of effort are many in a weak draft: so many are shown, the rest are counted. */
const intentionsShown = 20;
const longestQuote = 120;

interface Told {
  readonly findings: readonly Finding[];
  /** Sentences of effort that are not among them. */
  readonly more: number;
}

function capped(findings: readonly Finding[]): Told {
  const intentions = findings.filter(({ code }) => code === 'intention');
  const left = new Set(intentions.slice(intentionsShown));
  return { findings: findings.filter((finding) => !left.has(finding)), more: left.size };
}

const messageOf = ({ code, parameters }: Finding, { language }: Context): string =>
  fillIn(findingMessages[code], parameters, language);

function textOf(finding: Finding, context: Context): string {
  const { t } = context;
  const words = finding.quote.replace(/\s+/gu, ' ').trim();
  const quote = words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words;
  const place = t.show.place(finding.start, finding.end, finding.page);
  return `  ${oneLine(messageOf(finding, context))}\n    ${oneLine(`${place}${t.check.says}${quote}`)}\n`;
}

/** What an auditor will ask of each draft. 1 where a file failed, or with --strict where anything was found. */
export async function runCheck(
  context: Context,
  names: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const { config, ...ports } = await context.compose();
  const [reader, extractor] = await Promise.all([ports.reader(), ports.extractor()]);
  const { t, language } = context;
  let failed = 0;
  let found = 0;
  for await (const input of documentsIn(expandPaths(names), reader, config.maxFileBytes)) {
    try {
      if ('error' in input) throw input.error;
      const { source, result } = await examineFile(reader, extractor, input.file);
      const { findings, more } = capped(result.findings);
      found += result.findings.length;
      if (options.format === 'json') {
        const told = findings.map((finding) => ({
          ...{ code: finding.code, message: messageOf(finding, context), quote: finding.quote },
          ...{ start: finding.start, end: finding.end, page: finding.page, item: finding.item },
        }));
        const { intentions } = result;
        await write(`${jsonLine({ file: input.name, findings: told, intentions, moreIntentions: more })}\n`);
        continue;
      }
      for (const { message } of warningsIn(source.warnings, language))
        note(oneLine(t.warningLine(input.name, message)));
      await write(`${oneLine(t.check.file(input.name, result.findings.length))}\n`);
      for (const finding of findings) await write(textOf(finding, context));
      if (more > 0) await write(`  ${t.check.more(more)}\n`);
    } catch (thrown) {
      failed += 1;
      const fault = asJiannuoError(thrown);
      if (options.format === 'json') {
        const error = { code: fault.code, message: fault.in(language) };
        await write(`${jsonLine({ file: input.name, error })}\n`);
      }
      note(t.fault(context.tell(fault)));
    }
  }
  return failed > 0 || (options.strict === true && found > 0) ? 1 : 0;
}
