// How a script ends when it cannot go on: one sentence, no stack, exit code 1.

/** What the user can do something about; the message is a sentence for them. */
export class Failure extends Error {}

/** Runs a script's main function; a `Failure` is told as a sentence, anything else is a bug and keeps its stack. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
