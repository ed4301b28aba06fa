/** Left behind by systems and editors; nobody means to hand them in. */
const litter = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a file or folder of this name, without its path, is left out of what is taken from a folder or an archive. */
export const isLitter = (name: string): boolean => litter.test(name);
