export const BUNDLED: readonly string[];
export function noticesOf(names?: readonly string[]): string;
export function packagesIn(metafile: unknown): string[];
