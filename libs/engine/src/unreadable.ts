export type UnreadableReason =
  | 'empty'
  | 'unsupported'
  | 'corrupt'
  | 'too_many_pixels'
  | 'too_many_pages'
  | 'password_required'
  | 'password_wrong'
  | 'page_missing';

/** A cap that a file went over, by name, so that whoever answers the caller can quote it. */
export interface PassedLimit {
  name: string;
  max: number;
  actual: number;
}

/** The file cannot be read, and sending it again will not help. The detail is written for the caller's programmer and holds nothing of the picture. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly reason: UnreadableReason,
    detail: string,
    readonly limit?: PassedLimit,
  ) {
    super(detail);
  }
}
