/** Where a command writes; a test listens instead. */
export interface Terminal {
  line(text: string): void;
  fault(text: string): void;
}

export const ownTerminal: Terminal = {
  line: (text) => void process.stdout.write(`${text}\n`),
  fault: (text) => void process.stderr.write(`${text}\n`),
};
