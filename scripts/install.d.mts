export function reasonToInstall(times: {
  installed: number | undefined;
  locked: number | undefined;
}): string | undefined;

export function ensureInstalled(): void;
