import type { Point, Polygon } from '../../reading.js';

/** A rectangle around one line of text, which may slant. Everything in pixels of the image it was found in. */
export interface TextBox {
  /** Centre. */
  x: number;
  y: number;
  /** Along the text. */
  width: number;
  height: number;
  /** Clockwise radians from left-to-right to the direction of the text. */
  angle: number;
  /** 0 to 1: how sure the detector is that this is text. */
  score: number;
}

/** A place in the box, from 0 to 1 along and across the text, as a place in the image. */
export const pointIn = ({ x, y, width, height, angle }: TextBox, along: number, across: number): Point => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [right, down] = [(along - 0.5) * width, (across - 0.5) * height];
  return [x + right * cos - down * sin, y + right * sin + down * cos];
};

/** The part of the box between two places along and two across the text, as four corners clockwise from its top left, in whole pixels. */
export const partOf = (box: TextBox, from = 0, to = 1, top = 0, bottom = 1): Polygon => {
  const corner = (along: number, across: number): Point => {
    const [x, y] = pointIn(box, along, across);
    return [Math.round(x), Math.round(y)];
  };
  return [corner(from, top), corner(to, top), corner(to, bottom), corner(from, bottom)];
};
