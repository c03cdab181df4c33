export function parseDemoOptions(args: readonly string[]): {
  vault: string | undefined;
  port: number | undefined;
  open: boolean;
};
