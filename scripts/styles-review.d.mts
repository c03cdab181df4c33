export function styleFindings(css: string): string[];
