// Which plugin is calling: read off the stack, by the address that its text was evaluated under.
//
// Where this ends: code that a plugin evaluates by other means has another address; what a plugin makes the app do
// (open a view, render a note) counts as the app's; a plugin frame deeper than the limit is not seen.

const FRAMES = 40;

/** Functions of the host that do for a plugin just what it asked: the frame that counts is their caller. */
const TRANSPARENT =
  /\b(callingPlugin|traced\w*|registerDomEvent|registerInterval|registerEvent|schedule|onClickEvent|onNodeInserted|onWindowMigrated)\b|\.on \(/;

const PLUGIN_FRAME = /plugin:([^:)\s]+):\d+/;

export function callingPlugin(): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  // Most calls are the app's own: one look at the text is cheaper than its lines.
  if (!stack.includes('plugin:')) return undefined;
  const frames = stack.split('\n').slice(1);
  const caller = frames.find((frame) => frame.includes('plugin:') || !TRANSPARENT.test(frame));
  const id = PLUGIN_FRAME.exec(caller ?? '')?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}
