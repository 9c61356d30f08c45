/** More readings wait than may, or more of this lane than its share. Nothing was begun, so the same call may be made again in a moment. */
export class PoolBusy extends Error {
  override readonly name = 'PoolBusy';
}

/** The time for the reading, waiting included, is over. A reader that was at work on it has been ended. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
}

/** The reader died under this reading, and so did the next one that tried. */
export class ReaderLost extends Error {
  override readonly name = 'ReaderLost';
}
