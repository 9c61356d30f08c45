/** What the detector says of every pixel: how likely it lies in the core of a line of text. */
export interface ProbabilityMap {
  width: number;
  height: number;
  values: Float32Array;
}
