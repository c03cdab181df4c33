export function setVersion(folder: string, version: string, day: string): Promise<void>;
