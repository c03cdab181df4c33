export const pluginFolder: string;

export function buildRelease(folder?: string): Promise<void>;
export function copyRelease(built: string, configFolder: string): Promise<string>;
