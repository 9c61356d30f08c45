/** Says what harms in a file that somebody sent. */
export abstract class FileScanner {
  /** By what name it is known, or null where nothing is found. Throws where it could not be looked at. */
  abstract findingIn(bytes: Uint8Array): Promise<string | null>;
}

/** Where the operator names no scanner nothing is looked for. */
export class NoScanner extends FileScanner {
  findingIn(): Promise<null> {
    return Promise.resolve(null);
  }
}
