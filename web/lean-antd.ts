import type { Plugin } from 'vite';

const nothing = 'export default () => null;';
const noHook = 'export default () => [{}, null];';

interface Part {
  readonly wanted: RegExp;
  /** Who asks for it, where only that one does without. */
  readonly by: RegExp;
  readonly instead: string;
}

/**
 * What antd and its parts bring along whether it is used or not, and what stands in its place: a seventh of the first load.
 * No table of ours has filters of its own, rows of which one alone may be chosen, or branches; few have pages, which come when
 * one has. `App` is asked for messages alone, no menu hangs on a button of its own, and a field needs no more of forms than where it stands.
 */
const parts: readonly Part[] = [
  {
    wanted: /\/FilterDropdown$/,
    by: /antd\/es\/table\//,
    instead: `${nothing}export const flattenKeys = () => [];`,
  },
  {
    wanted: /\/pagination$/,
    by: /antd\/es\/table\/InternalTable/,
    instead: `
      import { createElement, lazy, Suspense } from 'react';
      const Pages = lazy(() => import('antd/es/pagination'));
      export default (given) => createElement(Suspense, { fallback: null }, createElement(Pages, given));`,
  },
  {
    wanted: /^@rc-component\/tree$/,
    by: /antd\/es\/table\/hooks\/useSelection/,
    instead: `
      export { arrAdd, arrDel } from '@rc-component/tree/es/util';
      export { conductCheck } from '@rc-component/tree/es/utils/conductUtil';
      export { convertDataToEntities } from '@rc-component/tree/es/utils/treeUtil';`,
  },
  { wanted: /\/radio$/, by: /antd\/es\/table\/hooks\/useSelection/, instead: nothing },
  { wanted: /\/OTP$/, by: /antd\/es\/input\/index/, instead: nothing },
  { wanted: /\/dropdown-button$/, by: /antd\/es\/dropdown\/index/, instead: nothing },
  { wanted: /\/useModal$/, by: /antd\/es\/app\//, instead: noHook },
  { wanted: /\/useNotification$/, by: /antd\/es\/app\//, instead: noHook },
  {
    wanted: /^@rc-component\/form$/,
    by: /antd\/es\/form\/context/,
    instead: `export { FormProvider } from '@rc-component/form/es/FormContext';`,
  },
];

const prefix = '\0lean-antd:';

/** Leaves out of the built page what of antd nobody there uses. Fails where antd has moved it. */
export function leanAntd(): Plugin {
  const found = new Set<number>();
  return {
    name: 'lean-antd',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const at = parts.findIndex(({ wanted, by }) => wanted.test(source) && by.test(importer));
      if (at < 0) return null;
      found.add(at);
      return `${prefix}${at}`;
    },
    load: (id) => (id.startsWith(prefix) ? (parts[Number(id.slice(prefix.length))]?.instead ?? null) : null),
    buildEnd(failed) {
      const missed = parts.filter((_, at) => !found.has(at)).map(({ wanted, by }) => `${wanted} by ${by}`);
      if (!failed && missed.length > 0)
        throw new Error(`antd has moved: see lean-antd.ts, ${missed.join(', ')}`);
    },
  };
}
