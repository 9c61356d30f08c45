'use client';
import type { PageReading } from '@inkproof/contract';
import { useEffect, useMemo, useState } from 'react';
import { pageDrawer } from './draw-page';
import type { Picture } from './use-reading';

const isPdf = ({ type, name }: File): boolean => type === 'application/pdf' || /\.pdf$/i.test(name);

/** The picture of a page, where this browser can come by one: the file itself, or a page of a PDF drawn here. Nothing leaves the browser for it. */
export const usePagePicture = ({ file, address }: Picture, page: PageReading | undefined, password: string): string | undefined => {
  const draw = useMemo(() => (isPdf(file) ? pageDrawer(file, password) : undefined), [file, password]);
  const [drawn, setDrawn] = useState<{ number: number; picture: string }>();
  const { number, width } = page ?? { number: 0, width: 0 };
  useEffect(() => {
    if (!draw || !number) return;
    let isShown = true;
    draw(number, width).then(
      (picture) => isShown && setDrawn({ number, picture }),
      // A document that cannot be drawn here is still shown: its words on a blank sheet.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [draw, number, width]);
  if (draw) return drawn?.number === number ? drawn.picture : undefined;
  return number === 1 ? address : undefined;
};
