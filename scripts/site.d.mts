import type { ServedFolders } from '../tests/host/server/server';

export function buildSite(vault?: string): Promise<ServedFolders>;
export function loadServer(): Promise<typeof import('../tests/host/server/server')>;
