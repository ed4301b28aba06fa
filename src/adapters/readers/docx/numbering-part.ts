import {
  type AbstractList,
  type Level,
  type List,
  type ListDefinitions,
  newLevel,
} from '../shared/list-model.js';
import type { OfficePackage } from '../shared/office-package.js';
import { isOn } from '../shared/on-off.js';

const levelSetters: Readonly<Record<string, (level: Level, value: string | undefined) => void>> = {
  'w:start': (level, value) => {
    level.start = Number(value) || 0;
  },
  'w:numFmt': (level, value) => {
    level.format = value ?? 'decimal';
  },
  'w:lvlText': (level, value) => {
    level.text = value ?? '';
  },
  'w:suff': (level, value) => {
    level.suffix = value ?? 'tab';
  },
  'w:isLgl': (level, value) => {
    level.legal = isOn(value);
  },
  'w:lvlRestart': (level, value) => {
    level.restart = Number(value) || 0;
  },
  'w:pStyle': (level, value) => {
    level.style = value ?? null;
  },
};

/** Reads the part that defines the document's lists. */
export function readNumberingPart(source: OfficePackage): ListDefinitions {
  const lists = new Map<string, List>();
  const abstractLists = new Map<string, AbstractList>();
  const part = source.related('numbering');
  if (part === null) return { lists, abstractLists };
  let abstract: AbstractList | undefined;
  let list: List | undefined;
  let listId = '';
  let override = 0;
  let level: Level | undefined;
  source.walk(part, {
    open(name, attribute) {
      const value = attribute('val');
      if (name === 'w:abstractNum') {
        abstract = { levels: new Map(), styleLink: null };
        abstractLists.set(attribute('abstractNumId') ?? '', abstract);
      } else if (name === 'w:num') listId = attribute('numId') ?? '';
      else if (name === 'w:abstractNumId') {
        list = { abstractId: value ?? '', startOverrides: new Map(), levelOverrides: new Map() };
        lists.set(listId, list);
      } else if (name === 'w:numStyleLink' && abstract) abstract.styleLink = value ?? null;
      else if (name === 'w:lvlOverride') override = Number(attribute('ilvl')) || 0;
      else if (name === 'w:startOverride') list?.startOverrides.set(override, Number(value) || 0);
      else if (name === 'w:lvl') {
        level = newLevel();
        const levels = abstract?.levels ?? list?.levelOverrides;
        levels?.set(Number(attribute('ilvl')) || 0, level);
      } else if (level) levelSetters[name]?.(level, value);
    },
    close(name) {
      if (name === 'w:lvl') level = undefined;
      if (name === 'w:abstractNum') abstract = undefined;
    },
  });
  return { lists, abstractLists };
}
