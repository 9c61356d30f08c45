export interface PublicFile {
  /** A plain file name. */
  name: string;
  mediaType: string;
  text: string;
}

/** A place from which anybody reads files, served by somebody else. Only what is public is laid there. */
export abstract class PublicFiles {
  /** Lays all of them down in the place of those before. */
  abstract put(files: readonly PublicFile[]): Promise<void>;
}

export const assertFileName = (name: string): void => {
  if (!/^[a-z0-9][a-z0-9.-]{0,80}$/.test(name)) throw new RangeError('A public file has a plain name');
};
