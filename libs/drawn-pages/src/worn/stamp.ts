import type { Pen } from '../sheet.js';

/** A round rubber stamp or seal pressed over whatever is there; what it says stands in the middle, upright enough to be read. */
export const stamp = (pen: Pen, x: number, y: number, text: string, { ink = 'rgba(200,30,40,0.75)', radiusPx = 74, turnedDegrees = -14 } = {}): void => {
  const { canvas } = pen;
  canvas.save();
  canvas.translate(x, y);
  canvas.rotate((turnedDegrees * Math.PI) / 180);
  canvas.strokeStyle = ink;
  canvas.lineWidth = 6;
  canvas.beginPath();
  canvas.arc(0, 0, radiusPx, 0, Math.PI * 2);
  canvas.stroke();
  canvas.lineWidth = 2;
  canvas.beginPath();
  canvas.arc(0, 0, radiusPx - 9, 0, Math.PI * 2);
  canvas.stroke();
  pen.text(0, 9, text, { fontPx: Math.min(30, (radiusPx * 2.4) / Math.max(3, text.length)), weight: 700, ink, align: 'center' });
  canvas.restore();
};
