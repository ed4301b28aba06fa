import type { DocumentMeta } from '../../domain/document.js';
import type { MetaFields } from '../../domain/meta-correction.js';
import type { SourceText } from '../../domain/source-text.js';
import type { Outline } from '../../text/outline/block.js';
import { findPeriod } from '../../text/outline/meta/period.js';
import { outline as outlineOf } from '../../text/outline/outline.js';

/** The years of a plan are those of its title: a title that is set right sets them right too. */
function periodWith({ title, kind, period }: DocumentMeta, corrected: string | null): DocumentMeta['period'] {
  const named = findPeriod(corrected, kind);
  return named ?? (findPeriod(title, kind) === null ? period : null);
}

/** A text's outline, what people set of the document standing in place of what is read of it. */
export function outlineWith(source: SourceText, { title, ...set }: MetaFields): Outline {
  const outline = outlineOf(source);
  const { meta } = outline;
  const fields = Object.entries(set).filter(([, value]) => value !== undefined);
  return {
    ...outline,
    meta: {
      ...meta,
      ...Object.fromEntries(fields),
      ...(title !== undefined && { title, period: periodWith(meta, title) }),
    },
  };
}
