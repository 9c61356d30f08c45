import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import type { Place } from './places';

interface PlaceLinkProps {
  to: Place;
  isHere: boolean;
  children: ReactNode;
}

/**
 * A link of those that stand on every page. What it leads to is fetched ahead once somebody points at it or comes to it with
 * the keyboard. Links that are told nothing fetch as soon as they stand there, and two dozen places came with every page.
 */
export const PlaceLink = ({ to, isHere, children }: PlaceLinkProps) => {
  const [isMeant, setMeant] = useState(false);
  const means = (): void => setMeant(true);
  return (
    <Link href={to.href} aria-current={isHere ? 'page' : undefined} prefetch={isMeant ? null : false} onPointerEnter={means} onFocus={means}>
      {children}
    </Link>
  );
};
