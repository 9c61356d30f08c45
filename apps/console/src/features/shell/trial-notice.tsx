import type { Session } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** Told quietly, on every page, to those whom an install in earnest would ask for a second factor. */
export const TrialNotice = ({ session: { mfa, staff, tenant }, href }: { session: Pick<Session, 'mfa' | 'staff' | 'tenant'>; href: string }) => {
  const t = useTranslations('shell');
  if (mfa.enforced || !(staff || tenant?.role === 'owner')) return null;
  return (
    <p className="strip">
      <span>{t('trial')}</span>
      <Link className="link nw" href={href}>
        {t('securityPage')}
      </Link>
    </p>
  );
};
