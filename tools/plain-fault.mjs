// A fault whose message is the whole story: the tools print it as one line and exit 1, without a stack.
export class PlainFault extends Error {}

/** Runs a tool's main function; a PlainFault becomes one line on stderr, anything else keeps its stack. Exit code 1. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainFault ? error.message : systemFault(error));
    process.exitCode = 1;
  }
}

const plainByCode = {
  ENOSPC: (e) => `The disk is full${e.path ? ` (writing ${e.path})` : ''}. Free some space and try again.`,
  EACCES: (e) => `No permission to write ${e.path ?? 'here'}. Run as the owner of this folder.`,
  EEXIST: (e) => `${e.dest ?? e.path} is in the way.`,
  ENOTDIR: (e) => `${e.path} cannot be made: a part of that path is a file.`,
  EROFS: (e) => `${e.path ?? 'This folder'} is on a read-only disk. Talqy needs a folder it can write to.`,
};

function systemFault(error) {
  return plainByCode[error?.code]?.(error) ?? error;
}
