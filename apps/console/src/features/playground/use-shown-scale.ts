'use client';
import { useEffect, useState, type RefObject } from 'react';

/** How large an element stands on the screen against its own width, so that a zoom can say a truthful percentage. */
export const useShownScale = (element: RefObject<HTMLElement | null>, ownWidth: number): number => {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    if (!element.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setScale(entry.contentRect.width / ownWidth));
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element, ownWidth]);
  return scale;
};
