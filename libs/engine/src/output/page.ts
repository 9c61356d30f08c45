import type { BlockType, Point, Polygon, Rotation, WordSource } from '../reading.js';

/*
 * What an output needs to know of a page. A reading has it, and so has the answer of the API as it is stored, because they
 * differ only in names that no output asks for. So every form can be made again later without reading anything twice.
 */

export interface OutputWord {
  text: string;
  polygon: Polygon;
  confidence: number;
  source: WordSource;
  span: readonly [begin: number, end: number];
}

export interface OutputLine {
  text: string;
  polygon: Polygon;
  words: readonly OutputWord[];
}

export interface OutputTable {
  rows: number;
  columns: number;
  cells: readonly { row: number; column: number; text: string }[];
}

export interface OutputBlock {
  type: BlockType;
  polygon: Polygon;
  lines: readonly OutputLine[];
  level?: number | undefined;
  table?: OutputTable | undefined;
}

export interface OutputPage {
  number: number;
  width: number;
  height: number;
  dpi: number | null;
  rotation: Rotation;
  mirrored: boolean;
  skew: number;
  text: string;
  confidence: number | null;
  blocks: readonly OutputBlock[];
}

export type { Point, Polygon };
