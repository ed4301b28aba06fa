import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow, Unit } from '../../domain/ledger.js';
import { phrase } from '../../domain/phrase.js';

/**
 * For which of their units somebody reports on a row: the one that they name, or the only one that answers for it.
 * @param own names that they are bound to
 * Fault: `query-invalid`, where it is not theirs, or has to be said.
 */
export function claimingUnit(
  { unitIds }: Pick<LedgerRow, 'unitIds'>,
  own: readonly string[],
  registry: readonly Unit[],
  named: string | undefined,
): string {
  const answers = registry.filter(({ id }) => unitIds.includes(id));
  const isOf = ({ name, aliases }: Unit, unit: string) => name === unit || aliases.includes(unit);
  const able = own.filter((unit) => answers.some((each) => isOf(each, unit)));
  const [only] = able;
  if (named !== undefined && able.includes(named)) return named;
  if (named === undefined && only !== undefined && able.length === 1) return only;
  const choice = able.join('、');
  throw new JiannuoError('query-invalid', {
    parameter: 'unit',
    reason: phrase(`写明由哪个单位填报：${choice}`, `say for which unit: ${choice}`),
  });
}
