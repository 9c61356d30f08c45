import type { Pen } from '../sheet.js';

/** A grey made of dots, as print makes it: type around it stays solid. Darkness is asked for by place, (0, 0) to (1, 1). */
export const screened = (pen: Pen, x: number, y: number, widthPx: number, heightPx: number, darkness: (u: number, v: number) => number, cellPx = 5): void => {
  pen.canvas.fillStyle = '#1c1c1c';
  for (let row = 0; row * cellPx < heightPx; row++) {
    for (let column = 0; column * cellPx < widthPx; column++) {
      // Every other row moved by half a cell: dots lie on a grid turned by 45 degrees.
      const [dx, dy] = [(column + (row % 2) / 2) * cellPx, row * cellPx];
      const sidePx = cellPx * Math.sqrt(Math.max(0, Math.min(1, darkness(dx / widthPx, dy / heightPx))));
      pen.canvas.fillRect(x + dx, y + dy, sidePx, sidePx);
    }
  }
};
