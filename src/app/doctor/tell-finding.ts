import type { Language } from '../../domain/phrase.js';
import { formatBytes } from '../ingest/byte-size.js';
import type { Finding } from './doctor.js';
import { findingWords } from './finding-words.js';

/** A finding as it is shown: what was looked at and what is to be done, in plain words. */
export interface ToldFinding {
  readonly check: Finding['check'];
  readonly state: Finding['state'];
  /** Of what was looked at. */
  readonly name: string;
  readonly message: string;
}

function messageOf(finding: Finding, language: Language): string {
  const words = findingWords[language];
  switch (finding.code) {
    case 'nodeOld':
      return words.nodeOld(...finding.values);
    case 'segmenterFallback':
    case 'dataMissing':
      return words[finding.code](finding.values[0], finding.values[1][language]);
    case 'recognizerOff':
      return words.recognizerOff;
    case 'recognizerMissing':
    case 'segmenterMissing':
    case 'sqliteMissing':
    case 'sqliteUnused':
    case 'diskUnknown':
      return words[finding.code](finding.values[0][language]);
    case 'diskOk':
    case 'diskLow':
      return words[finding.code](formatBytes(finding.values[0]));
    case 'serverFault':
    case 'holidaysFault':
      return finding.values[0].in(language);
    default:
      return words[finding.code](finding.values[0]);
  }
}

export const tellFinding = (finding: Finding, language: Language): ToldFinding => ({
  check: finding.check,
  state: finding.state,
  name: findingWords[language].checks[finding.check],
  message: messageOf(finding, language),
});
