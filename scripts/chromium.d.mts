export function findChromium(options?: {
  env?: Record<string, string | undefined>;
  platform?: NodeJS.Platform;
}): string | undefined;

export function ensureChromium(): string;
