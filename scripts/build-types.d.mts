/** Writes dist/types; throws where the compiler refuses. */
export function buildTypes(): void;
