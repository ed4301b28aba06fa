import { readFileSync } from 'node:fs';
import { profiles } from '../../app/profiles/index.js';
import { JiannuoError } from '../../domain/errors.js';
import { issuePhrase } from '../../domain/issue-phrase.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { type Profile, profileSchema } from '../../domain/profile.js';

const invalid = (reason: string | Phrase, cause?: unknown) =>
  new JiannuoError('configuration-invalid', { name: 'JIANNUO_PRACTICE', reason }, cause);

/**
 * The profile of the office's practice.
 * @param named the id of one that comes with the program, or the path of a JSON file
 * Fault: `configuration-invalid`.
 */
export function loadProfile(named: string): Profile {
  const known = profiles.find(({ id }) => id === named);
  if (known) return known;
  const ids = profiles.map(({ id }) => id).join(', ');
  if (!named.endsWith('.json'))
    throw invalid(
      phrase(
        `没有 ${named} 这种规则，可选：${ids}，或给出一个 JSON 文件`,
        `no such profile: ${named}; there are ${ids}, or name a JSON file`,
      ),
    );
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(named, 'utf8'));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), error);
  }
  const parsed = profileSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(
    phrase(
      `${named}：${issue?.path.join('.') ?? ''} ${issue ? issuePhrase(issue).zh : ''}`,
      `${named}: ${issue?.path.join('.') ?? ''} ${issue ? issuePhrase(issue).en : ''}`,
    ),
  );
}
