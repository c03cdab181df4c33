// What the global set-up hands to every spec that drives a browser.
declare module 'vitest' {
  export interface ProvidedContext {
    /** The host's address, without a slash at its end. */
    hostUrl: string;
    /** The path of the browser's program. */
    chromium: string;
  }
}

export {};
