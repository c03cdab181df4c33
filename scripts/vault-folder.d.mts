export function configFolders(vault: string): string[];
