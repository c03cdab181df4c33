/** Builds host.js, host.css and index.html into a folder. */
export function buildHost(outdir: string): Promise<void>;
