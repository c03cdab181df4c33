export function startOnFreePort<T>(start: (port: number) => Promise<T>, asked?: number): Promise<T>;
