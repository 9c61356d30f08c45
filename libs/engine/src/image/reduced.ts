import type { GreyImage } from './grey-image.js';

/** A picture at a whole fraction of its size, each pixel the mean of those it stands for. For measuring; readers get better scaling. */
export const reduced = (image: GreyImage, factor: number): GreyImage => {
  if (factor <= 1) return image;
  const [width, height] = [Math.max(1, Math.floor(image.width / factor)), Math.max(1, Math.floor(image.height / factor))];
  const grey = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const [wide, high] = [Math.min(factor, image.width), Math.min(factor, image.height)];
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let inner = 0; inner < high; inner++) {
      let at = (y * factor + inner) * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let step = 0; step < wide; step++) sum += image.grey[at++] as number;
        (sums[x] as number) += sum;
      }
    }
    for (let x = 0; x < width; x++) grey[y * width + x] = (sums[x] as number) / (wide * high);
  }
  return { width, height, grey };
};
