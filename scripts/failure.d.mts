export class Failure extends Error {}

export function runScript(main: () => void | Promise<void>): Promise<void>;
