import type { Plugin } from 'vite';

const left = '\0no-tree';

/** A table of antd can show its filters as a tree. None of ours has filters of its own, and the tree is a twentieth of the first load. */
export function withoutTree(): Plugin {
  let found = false;
  return {
    name: 'without-tree',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (!/\/tree$/.test(source) || !/antd\/es\/table\/hooks\/useFilter\//.test(importer)) return null;
      found = true;
      return left;
    },
    load: (id) => (id === left ? 'export default () => null;' : null),
    buildEnd(failed) {
      if (!failed && !found) throw new Error('the tables of antd have moved: see without-tree.ts');
    },
  };
}
