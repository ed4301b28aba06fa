import type { Correction } from '../../domain/decision.js';
import type { Item } from '../../domain/item.js';
import type { Target } from '../fact/document-view.js';
import { measureOf } from '../fact/measure.js';
import type { FactBody } from './document-facts.js';

/** An item with what a person set in place of its fields. */
export function itemWith(item: Item, { deadline, ...fields }: Correction): Item {
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const due =
    deadline === undefined
      ? item.deadline
      : deadline === null
        ? null
        : {
            text: item.deadline?.text ?? '',
            scope: item.deadline?.scope ?? ('clause' as const),
            date: deadline,
            inferred: [],
          };
  return { ...item, ...set, deadline: due };
}

type TargetBody = Omit<Target, 'view'>;

function targetWith<Body extends TargetBody>(body: Body, fields: Correction): Body {
  const item = itemWith(body.item, fields);
  const measure = fields.unit === undefined ? body.measure : measureOf(fields.unit);
  const sign = body.value < 0 ? -1 : 1;
  const scaled = (value: number | null): number | null =>
    value === null ? null : sign * Math.abs(value) * measure.factor;
  const to = item.deadline?.date ?? null;
  const { window } = body;
  const year = window.year === null || to === null ? null : Number(to.slice(0, 4));
  const { comparator } = fields;
  const direction = comparator === '<=' || comparator === '<' ? 'down' : comparator ? 'up' : body.direction;
  return {
    ...body,
    item,
    measure,
    value: scaled(item.value) ?? body.value,
    valueMax: scaled(item.valueMax),
    direction: body.direction === 'level' || sign < 0 ? body.direction : direction,
    window: fields.deadline === undefined ? window : { ...window, to, year },
  };
}

/** A promise as decisions have it; the stored fact stays as the document says it. */
export function withFields(body: FactBody, fields: Correction): FactBody {
  if (Object.keys(fields).length === 0) return body;
  return body.side === 'target'
    ? targetWith(body, fields)
    : ({ ...body, item: itemWith(body.item, fields) } as FactBody);
}
