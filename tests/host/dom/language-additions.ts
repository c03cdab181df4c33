// The app's additions to arrays, strings, numbers and objects. A pop-out has built-ins of its own, and gets them too.

const arrayAdditions = {
  first<T>(this: T[]): T | undefined {
    return this[0];
  },
  last<T>(this: T[]): T | undefined {
    return this[this.length - 1];
  },
  contains<T>(this: T[], target: T): boolean {
    return this.includes(target);
  },
  remove<T>(this: T[], target: T): void {
    for (let index = this.indexOf(target); index >= 0; index = this.indexOf(target)) this.splice(index, 1);
  },
  shuffle<T>(this: T[]): T[] {
    for (let index = this.length - 1; index > 0; index--) {
      const other = Math.floor(Math.random() * (index + 1));
      [this[index], this[other]] = [this[other] as T, this[index] as T];
    }
    return this;
  },
  unique<T>(this: T[]): T[] {
    return [...new Set(this)];
  },
};

const stringAdditions = {
  contains(this: string, target: string): boolean {
    return this.includes(target);
  },
  format(this: string, ...args: string[]): string {
    return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
  },
};

const objectAdditions = {
  isEmpty: (object: object): boolean => Object.keys(object).length === 0,
  each<T>(object: Record<string, T>, callback: (value: T, key: string) => boolean | undefined): boolean {
    return Object.entries(object).every(([key, value]) => callback(value, key) !== false);
  },
};

export function installLanguageAdditions(win: Window & typeof globalThis): void {
  define(win.Array.prototype, arrayAdditions);
  define(win.Array, { combine: <T>(arrays: T[][]): T[] => arrays.flat() });
  define(win.String.prototype, stringAdditions);
  define(win.String, { isString: (value: unknown): value is string => typeof value === 'string' });
  define(win.Number, { isNumber: (value: unknown): value is number => typeof value === 'number' });
  define(win.Object, objectAdditions);
  define(win.Math, {
    clamp: (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max),
    square: (value: number): number => value * value,
  });
}

function define(target: object, additions: object): void {
  for (const [name, value] of Object.entries(additions)) {
    Object.defineProperty(target, name, { value: value as unknown, configurable: true, writable: true });
  }
}
