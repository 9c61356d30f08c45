interface Size {
  width: number;
  height: number;
}

/** What the readers themselves can hold: 15 bits along a side, and memory for about this many pixels. Past either one of them answers an empty page instead of an error. */
export const [READER_SIDE_PX, READER_PIXELS] = [32_767, 100_000_000] as const;

/** To which a page may be made larger. Tesseract takes some 16 bytes for each, as measured, and a reader that holds more than a gigabyte is ended. */
export const ENLARGED_PIXELS = 50_000_000;

/** Whether a picture may be made to be of this size. */
export const mayBecome = (from: Size, { width, height }: Size): boolean => width * height <= Math.max(ENLARGED_PIXELS, from.width * from.height) && Math.max(width, height) <= READER_SIDE_PX;

/** The most by which a picture may be enlarged; 1 where it is as large already. */
export const mostEnlarged = ({ width, height }: Size): number => Math.max(1, Math.min(Math.sqrt(ENLARGED_PIXELS / (width * height)), READER_SIDE_PX / Math.max(width, height)));
