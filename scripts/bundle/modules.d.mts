export interface BundledPackage {
  /** From the checkout's root, `node_modules/zod`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
}
export const leftOut: readonly string[];
export function productionPackages(): BundledPackage[];
export function filesOf(each: BundledPackage): string[];
