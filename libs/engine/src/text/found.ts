/** Where a reader found something, in pixels of the page it was given. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface FoundWord {
  text: string;
  box: Box;
  /** 0 to 1. */
  confidence: number;
  /** Whether the reader saw a space between this word and the one before it on its line. */
  isSpaced: boolean;
}

export interface FoundLine {
  box: Box;
  words: FoundWord[];
}

export interface FoundBlock {
  box: Box;
  lines: FoundLine[];
}
