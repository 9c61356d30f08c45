export { bombPng } from './bomb.js';
export { asCmyk, asFormat, asPalette, asSixteenBit, inOneFile, turned, type Format } from './formats.js';
export { noise } from './noise.js';
export { withOrientation, type ExifOrientation } from './orientation.js';
export { drawPage, type DrawnPage } from './page.js';
export { asPhoto, type Photo } from './photo.js';
export { turnedQuad, type Corner, type Quad } from './quad.js';
export { drawSheet, Pen, type Sheet, type TextStyle } from './sheet.js';
