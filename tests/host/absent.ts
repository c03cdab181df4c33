// What the API names and the host has not built. Touching it throws: a silent undefined would let a plugin pass here
// and fail in the app.

export class NotInTheHost extends Error {
  constructor(what: string) {
    super(`${what} is not in the host`);
    this.name = 'NotInTheHost';
  }
}

export function absent(what: string): never {
  throw new NotInTheHost(what);
}
