/** A document as it is being written. */
export interface Rendering {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}
