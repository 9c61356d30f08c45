import { damaged, type ImageCaps, type ImageHeader } from './inspect.js';
import { orientationOf, type Orientation } from './orientation.js';
import type { PageImage } from './page-image.js';
import { openPage } from './pixels.js';
import { statedDpi } from './resolution.js';

const uprightSteps = ({ mirrored, rotation }: Orientation): string[] => [...(mirrored ? ['mirror'] : []), ...(rotation ? [`upright ${rotation}`] : [])];

/** One page, counted from 0, of a file that `inspect` has let pass. */
export const decode = async (file: Uint8Array, page: number, header: ImageHeader, caps: ImageCaps): Promise<PageImage> => {
  try {
    const picture = openPage(file, page, caps.maxPixels);
    const { orientation: tag, density, hasAlpha } = await picture.metadata();
    const { data, info } = await picture
      .autoOrient()
      .flatten({ background: '#fff' })
      .greyscale()
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const orientation = orientationOf(tag);
    const frame = header.frames > 1 ? [`first frame of ${header.frames}`] : [];
    const steps = ['decode', ...frame, ...uprightSteps(orientation), ...(hasAlpha ? ['flatten'] : []), 'grey'];
    return { width: info.width, height: info.height, grey: data, dpi: statedDpi(density), orientation, steps };
  } catch {
    throw damaged(header.mediaType);
  }
};
