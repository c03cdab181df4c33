// The command line of the demo.
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

const usage = 'Usage: npm run demo [-- --vault FOLDER] [--port NUMBER] [--no-open]';

function parsePort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Failure(`The port must be a number from 1 to 65535, not ${text}.\n${usage}`);
}

/** What the arguments ask for; `vault` and `port` are undefined when they are not given. */
export function parseDemoOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { vault: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    }));
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}.\n${usage}`);
  }
  return {
    vault: values.vault,
    port: values.port === undefined ? undefined : parsePort(values.port),
    open: values['no-open'] !== true,
  };
}
