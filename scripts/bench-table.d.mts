import type { Row } from '../tests/bench/rows';

export function judged(row: Row): Row & { readonly value: number; readonly met: boolean | undefined };
export function tableOf(rows: readonly Row[]): string[];
