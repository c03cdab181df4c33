// Which port the demo takes: the one that was asked for or none, else the first free one from the usual one on.
import { Failure } from './failure.mjs';

const usualPort = 4173;
const attempts = 50;

/** Calls `start` with ports until one is free; `asked` is the only one tried when it is given. */
export async function startOnFreePort(start, asked) {
  const first = asked ?? usualPort;
  const last = asked ?? usualPort + attempts - 1;
  for (let port = first; port <= last; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if (error.code === 'EACCES')
        throw new Failure(`Port ${port} may not be used by this user; choose another one.`);
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Failure(
    asked === undefined
      ? `All ports from ${first} to ${last} are taken; choose one with --port.`
      : `Port ${asked} is taken; choose another one, or leave --port out.`,
  );
}
