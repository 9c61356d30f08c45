import { Icon, type IconName } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { zhCN } from '../../words/zh-CN/index';

const places: readonly { href: string; icon: IconName; name: keyof typeof zhCN.ending.place }[] = [
  { href: '/recognitions', icon: 'list', name: 'recognitions' },
  { href: '/jobs', icon: 'stack', name: 'jobs' },
  { href: '/usage', icon: 'chart', name: 'usage' },
  { href: '/filings', icon: 'stamp', name: 'filings' },
  { href: '/authorisations', icon: 'person', name: 'authorisations' },
  { href: '/audit', icon: 'page', name: 'audit' },
  { href: '/tickets', icon: 'chat', name: 'tickets' },
  { href: '/retention', icon: 'trash', name: 'retention' },
];

/** Where in the console what is a tenant's own is fetched, and in which form. */
export const ExportPlaces = () => {
  const t = useTranslations('ending.place');
  return (
    <ul className="en-places">
      {places.map(({ href, icon, name }) => (
        <li key={href}>
          <Link href={href}>
            <Icon name={icon} />
            <b>{t(`${name}.what`)}</b>
            <span className="sub s13">{t(`${name}.form`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
