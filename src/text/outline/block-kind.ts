import type { Paragraph } from '../normalize/normalize.js';

const blockKinds = ['front', 'heading', 'body', 'row', 'tag', 'signature', 'form'] as const;
/** front: title, number, addressees; tag: a paragraph that only names units; form: the 办理单 and what follows it. */
export type BlockKind = (typeof blockKinds)[number];

/** A paragraph with its part, before headings and tags are tied to it. */
export interface ClassifiedBlock extends Paragraph {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly headingEnd: number;
}
