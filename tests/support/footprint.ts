// How much a page holds: what is left of it when all garbage is collected.
import type { CDPSession, Page } from 'playwright-core';

export interface Footprint {
  /** Nodes of documents, also such as are in none and still held. */
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes of objects, texts and elements; not those of code, which the browser compiles anew and better for as long as it runs. */
  readonly heap: number;
}

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  /** The fields of all nodes, one after another. */
  readonly nodes: readonly number[];
}

/** Measures the page's footprint, as often as it is called. */
export async function footprintOf(page: Page): Promise<() => Promise<Footprint>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    // What one collection sets free may hold what only the next one finds.
    for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name: string): number =>
      metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: await heapOf(session) };
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = (types[type] as readonly string[]).indexOf('code');
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (nodes[node + type] !== code) sum += nodes[node + size] ?? 0;
  return sum;
}

/** What grew by a tenth or more. */
export function grown(before: Footprint, after: Footprint): readonly string[] {
  const names = ['nodes', 'listeners', 'heap'] as const;
  return names
    .filter((name) => after[name] >= before[name] * 1.1)
    .map((name) => `${name}: ${before[name]} became ${after[name]}`);
}
