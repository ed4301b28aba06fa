import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type FaultCode, faultMessage, faults, JiannuoError } from '../../src/domain/errors.js';
import { recordedMessage } from '../../src/domain/fault-record.js';
import { phrase } from '../../src/domain/phrase.js';
import { readWarning, type WarningCode, warningMessage, warnings } from '../../src/domain/warnings.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const han = /\p{Script=Han}/u;
/** Two English words in a row are a phrase; one alone is the name of a field, a format or a setting. */
const english = /\b(?!jiannuo )[a-z]{2,} [a-z]{2,}/iu;

/** Every parameter, so that what a message says by itself is left. */
const filled = {
  file: '',
  reason: phrase('原因', 'reason'),
  detected: phrase('表格', 'a table'),
  what: 'job',
};
const parametersOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => [name, 7]));

describe('each fault', () => {
  it.each(Object.keys(faults) as FaultCode[])(
    '%s is told in English without Chinese, and the reverse',
    (code) => {
      const parameters = { ...parametersOf(faults[code].zh), ...filled };
      expect(faultMessage(code, parameters, 'en')).not.toMatch(han);
      expect(faultMessage(code, parameters, 'zh')).not.toMatch(english);
    },
  );

  it('is told in either language after it was stored', () => {
    const fault = new JiannuoError('file-damaged', {
      file: '答复.docx',
      reason: phrase('XML 是空的', 'empty XML'),
    });
    const stored = JSON.parse(JSON.stringify(fault));
    expect(recordedMessage(stored, 'zh')).toBe(fault.message);
    expect(recordedMessage(stored, 'en')).toBe(fault.in('en'));
    expect(fault.in('en')).toContain('empty XML');
  });

  it('of a newer program is told as it was stored', () => {
    expect(recordedMessage({ code: 'not-yet', message: '新的', parameters: {} }, 'en')).toBe('新的');
  });
});

describe('each warning', () => {
  it.each(Object.keys(warnings) as WarningCode[])('%s is told in both languages', (code) => {
    const warning = readWarning(code, 3, parametersOf(warnings[code].en));
    expect(warningMessage(warning, 'en')).not.toMatch(han);
    expect(warningMessage(warning, 'zh')).not.toMatch(english);
    expect(warning.message).not.toContain('{');
    expect(warningMessage(warning, 'en')).not.toContain('{');
  });
});

/** Calls that make what a user is told. */
const makers = new Set(['JiannuoError', 'ReadFault', 'damaged', 'tooMuch', 'phrase']);

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralToken =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

/** Words of one language that a call would tell in both: what is no `phrase`, and Chinese in the English of one. */
function oneLanguage(call: ts.CallExpression | ts.NewExpression): string[] {
  const found: string[] = [];
  const isPhrase = call.expression.getText() === 'phrase';
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'phrase') return;
    if (isText(node) && (han.test(node.text) || (!isPhrase && /[a-z] [a-z]{2}/iu.test(node.text))))
      found.push(node.getText());
    node.forEachChild(look);
  };
  const told = isPhrase ? call.arguments?.slice(1) : call.arguments;
  for (const argument of told ?? []) look(argument);
  return found;
}

function oneLanguageIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && makers.has(node.expression.getText()))
      found.push(...oneLanguage(node).map((text) => `${relative(root, path)}: ${text}`));
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

it('has no reason or name in a fault that is told in one language only', () => {
  const paths = ['src', 'workers'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  expect(paths.length).toBeGreaterThan(200);
  expect(paths.flatMap(oneLanguageIn)).toEqual([]);
});
