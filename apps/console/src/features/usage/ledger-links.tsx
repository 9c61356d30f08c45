import './usage.css';
import { buttonClass, Icon, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The ways into the ledger: call by call, as a file, and month by month. `months` are the newest first. */
export const LedgerLinks = ({ from, to, months }: { from: string; to: string; months: readonly string[] }) => {
  const t = useTranslations('usage');
  return (
    <Section title={t('ledger')}>
      <p className="sub">{t('ledgerNote')}</p>
      <p className="us-m mt-3">
        <Link className={buttonClass({ size: 's' })} href="/usage/calls">
          <Icon name="list" size="s" />
          {t('eachCall')}
        </Link>
        <a className={buttonClass({ size: 's' })} href={`/v1/usage/calls?format=csv&from=${from}&to=${to}`} download>
          <Icon name="download" size="s" />
          {t('eachCsv')}
        </a>
      </p>
      <p className="us-m mt-4 small">
        <span className="dim">{t('statements')}</span>
        {months.map((month) => (
          <Link key={month} className="lk" href={`/usage/statements/${month}`}>
            {month}
          </Link>
        ))}
      </p>
    </Section>
  );
};
