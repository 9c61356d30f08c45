'use client';
import { Icon, Menu, MenuItem } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { PlaceLink } from './place-link';
import { placeAt, type Place, type Waiting } from './places';

interface PlacesProps {
  places: readonly Place[];
  waiting: Waiting;
}

/** More than this is told as more than this: under the thumb there is room for two digits. */
const MOST_TOLD = 99;

/** How many wait for whoever looks. The number is for the eye; what it means stands beside it for the ear. */
const Count = ({ of }: { of: number | undefined }) => {
  const t = useTranslations('shell');
  return of ? (
    <span className="n n-zhu">
      <span aria-hidden="true">{of > MOST_TOLD ? `${MOST_TOLD}+` : of}</span>
      <span className="vh">{t('waiting', { count: of })}</span>
    </span>
  ) : null;
};

/** The sidebar's list. */
export const Nav = ({ places, waiting }: PlacesProps) => {
  const t = useTranslations('shell');
  const here = placeAt(places, usePathname());
  return (
    <nav className="nav" aria-label={t('nav')}>
      {places.map((place, index) => (
        <Fragment key={place.href}>
          {place.group && place.group !== places[index - 1]?.group ? <p className="nav-g">{t(`heading.${place.group}`)}</p> : null}
          <PlaceLink to={place} isHere={place === here}>
            <Icon name={place.icon} />
            <span>{t(place.name)}</span>
            <Count of={waiting[place.name]} />
          </PlaceLink>
        </Fragment>
      ))}
    </nav>
  );
};

/** The same places under the thumb, on narrow screens: four at hand, the others behind the fifth. */
export const TabBar = ({ places, waiting }: PlacesProps) => {
  const t = useTranslations('shell');
  const here = placeAt(places, usePathname());
  const [near, far] = [places.filter((place) => place.near), places.filter((place) => !place.near)];
  return (
    <nav className="tabbar" aria-label={t('quick')}>
      {near.map((place) => (
        <PlaceLink key={place.href} to={place} isHere={place === here}>
          <Icon name={place.icon} />
          {t(`short.${place.name}`)}
          <Count of={waiting[place.name]} />
        </PlaceLink>
      ))}
      <Menu
        trigger={
          <button type="button" aria-current={here && !here.near ? 'page' : undefined}>
            <Icon name="dots" />
            {t('more')}
            <Count of={far.reduce((sum, { name }) => sum + (waiting[name] ?? 0), 0)} />
          </button>
        }
      >
        {far.map((place) => (
          <MenuItem key={place.href} asChild>
            <Link href={place.href} aria-current={place === here ? 'page' : undefined}>
              <Icon name={place.icon} />
              {t(place.name)}
              <Count of={waiting[place.name]} />
            </Link>
          </MenuItem>
        ))}
      </Menu>
    </nav>
  );
};

/** Whose console this is, and where in it. */
export const Crumbs = ({ owner, home, places }: { owner: string; home: string; places: readonly Place[] }) => {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const here = placeAt(places, pathname);
  return (
    <nav className="crumbs" aria-label={t('place')}>
      <Link className="only-l" href={home}>
        {owner}
      </Link>
      <span className="sep only-l" aria-hidden="true">
        /
      </span>
      {here && here.href !== pathname ? <Link href={here.href}>{t(here.name)}</Link> : <b>{t(here?.name ?? (pathname.endsWith('/security') ? 'securityPage' : 'accountPage'))}</b>}
    </nav>
  );
};
