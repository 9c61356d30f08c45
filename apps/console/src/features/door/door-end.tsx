import { buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The end of something at the door: what came of it, and the way in. */
export const DoorEnd = ({ title, children }: { title: string; children: React.ReactNode }) => {
  const t = useTranslations('door');
  return (
    <div className="si-f" role="status">
      <h1>{title}</h1>
      <p className="sub mt-1">{children}</p>
      <Link className={`${buttonClass({ tone: 'ink', size: 'l', wide: true })} mt-6`} href="/sign-in">
        {t('signIn')}
      </Link>
    </div>
  );
};
