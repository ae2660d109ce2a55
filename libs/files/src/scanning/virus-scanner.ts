/** The one port to whatever knows malware. */
export abstract class VirusScanner {
  /** Whether one is set up; without it files are shown unscanned, and said to be. */
  abstract readonly isOn: boolean;

  /**
   * @returns the name of the malware found, null for none
   * @throws ScannerAway when there is no answer to be had now
   */
  abstract scan(content: Buffer): Promise<string | null>;

  /** What answers, with the age of what it knows. @throws ScannerAway */
  abstract version(): Promise<string>;
}

/** The scanner does not answer, or answers that it cannot tell: the file waits. */
export class ScannerAway extends Error {}

/** `CLAMAV_URL` is not set. */
export class NoScanner extends VirusScanner {
  readonly isOn = false;

  scan(): Promise<null> {
    return Promise.resolve(null);
  }

  version(): Promise<string> {
    return Promise.resolve('none');
  }
}
