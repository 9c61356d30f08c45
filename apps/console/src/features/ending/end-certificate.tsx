import type { ServiceEnd } from '@inkproof/contract';
import { buttonClass, Icon, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The way to the statement of return or deletion, once what may go is being erased. */
export const EndCertificate = ({ deletion }: Pick<ServiceEnd, 'deletion'>) => {
  const t = useTranslations('ending.certificate');
  return (
    <Section title={t('title')}>
      <p className="sub s13 en-lede">{t(deletion ? 'body' : 'waiting')}</p>
      {deletion ? (
        <Link className={buttonClass({ tone: 'ink' })} href="/retention">
          <Icon name="page" />
          {t('open')}
        </Link>
      ) : null}
    </Section>
  );
};
