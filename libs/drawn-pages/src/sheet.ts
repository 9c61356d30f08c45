import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { familiesOf, type Face } from './fonts.js';

export interface TextStyle {
  fontPx?: number;
  weight?: 400 | 700;
  ink?: string;
  align?: 'left' | 'center' | 'right';
  face?: Face;
  /** Added between letters; less than 0 lets them touch. */
  spacingPx?: number;
}

export interface Sheet {
  widthPx: number;
  heightPx: number;
  /** Any CSS colour; 'transparent' leaves the alpha channel empty. */
  paper?: string;
}

/** What one draws with. Text stands on its baseline at `y`. */
export class Pen {
  constructor(readonly canvas: SKRSContext2D) {}

  text(x: number, y: number, text: string, { ink = '#111', align = 'left', ...letters }: TextStyle = {}): void {
    this.set(letters);
    this.canvas.textAlign = align;
    this.canvas.fillStyle = ink;
    this.canvas.fillText(text, x, y);
  }

  widthOf(text: string, letters: TextStyle = {}): number {
    this.set(letters);
    return this.canvas.measureText(text).width;
  }

  private set({ fontPx = 28, weight = 400, face = 'sans', spacingPx = 0 }: TextStyle): void {
    this.canvas.font = `${weight} ${fontPx}px ${familiesOf(face)}`;
    this.canvas.letterSpacing = `${spacingPx}px`;
  }

  line(fromX: number, fromY: number, toX: number, toY: number, widthPx = 2, ink = '#111'): void {
    this.canvas.strokeStyle = ink;
    this.canvas.lineWidth = widthPx;
    this.canvas.beginPath();
    this.canvas.moveTo(fromX, fromY);
    this.canvas.lineTo(toX, toY);
    this.canvas.stroke();
  }

  fill(x: number, y: number, widthPx: number, heightPx: number, ink: string): void {
    this.canvas.fillStyle = ink;
    this.canvas.fillRect(x, y, widthPx, heightPx);
  }
}

/** Draws a sheet freely and answers it as PNG. The same drawing gives the same bytes. */
export const drawSheet = (sheet: Sheet, draw: (pen: Pen) => void): Buffer => drawCanvas(sheet, draw).toBuffer('image/png');

export const drawCanvas = ({ widthPx, heightPx, paper = '#fff' }: Sheet, draw: (pen: Pen) => void): Canvas => {
  const canvas = createCanvas(widthPx, heightPx);
  const pen = new Pen(canvas.getContext('2d'));
  if (paper !== 'transparent') pen.fill(0, 0, widthPx, heightPx, paper);
  draw(pen);
  return canvas;
};
