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

/** What can be wrong with one page alone, so that the others of its document are read. */
const ofOnePage = ['corrupt', 'too_many_pixels'] as const;

/** Why this page is not read; undefined where it is the document that cannot be. */
export const pageReasonOf = ({ reason }: Unreadable): (typeof ofOnePage)[number] | undefined => ofOnePage.find((known) => known === reason);
