export function buildDist(options?: { force?: boolean }): Promise<void>;
