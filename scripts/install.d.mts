export function reasonToInstall(times: {
  installed: number | undefined;
  locked: number | undefined;
}): string | undefined;

export function reasonOfFailure(npmErrors: string): string;
export function ensureInstalled(): void;
