/** What Word's two formats say of their lists, in the terms of ECMA-376 part 1, 17.9. */
export interface Level {
  start: number;
  format: string;
  /** `（%1）`: the signs, with the number of level 1 at `%1`. */
  text: string;
  suffix: string;
  /** All numbers of the label in decimal. */
  legal: boolean;
  /** 1-based level after which this one starts again; 0 never; null: after any above. */
  restart: number | null;
  style: string | null;
}

export interface List {
  readonly abstractId: string;
  readonly startOverrides: Map<number, number>;
  readonly levelOverrides: Map<number, Level>;
}

export interface AbstractList {
  readonly levels: Map<number, Level>;
  /** Another list's style that holds the levels instead. */
  styleLink: string | null;
}

export interface ListDefinitions {
  readonly lists: ReadonlyMap<string, List>;
  readonly abstractLists: ReadonlyMap<string, AbstractList>;
}

/** The list that a paragraph style belongs to. */
export interface StyleLists {
  list(style: string | null): { readonly numId: string } | null;
}

export const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  restart: null,
  style: null,
});
