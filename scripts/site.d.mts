export const root: string;
export const pluginFolder: string;
export const hostFolder: string;

export function buildPlugin(folder?: string): Promise<void>;
export function buildSite(): Promise<void>;
export function loadServer(): Promise<typeof import('../tests/host/server/server.ts')>;
