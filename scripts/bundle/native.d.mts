/** The newest versions of the C and C++ libraries that a binary asks for. */
export function needs(binary: string): { readonly glibc: string | null; readonly glibcxx: string | null };
