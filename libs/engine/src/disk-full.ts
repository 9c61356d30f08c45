/** The disk on which readers put their pictures has no room. Nothing is wrong with the file, and the same call may succeed as soon as there is some. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** No room, or none for us. */
const CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** Says so where that is why something could not be written. Any other error is what it was. */
export const orDiskFull = (error: unknown): unknown => (CODES.includes((error as NodeJS.ErrnoException).code) ? new DiskFull('The disk for temporary files is full') : error);
