/** A picture as readers get it: upright, one byte a pixel, row by row from the top left; 0 is black, white where nothing was. */
export interface GreyImage {
  width: number;
  height: number;
  grey: Uint8Array;
}
