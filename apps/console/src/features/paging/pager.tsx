import './paging.css';
import { buttonClass, Icon } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { newerHref, olderHref, type Trail } from './trail';

/** The foot of a list: what is to be said about it, and the ways to newer and older items. */
export const Pager = ({ base, trail, next, children }: { base: string; trail: Trail; next: string | null; children?: ReactNode }) => {
  const t = useTranslations('common');
  const newer = newerHref(base, trail);
  return (
    <div className="pager">
      <span>{children}</span>
      {newer || next ? (
        <nav className="right" aria-label={t('pages')}>
          {newer ? (
            <Link className={buttonClass({ size: 's' })} href={newer}>
              <Icon name="left" size="s" />
              {t('newer')}
            </Link>
          ) : null}
          {next ? (
            <Link className={buttonClass({ size: 's' })} href={olderHref(base, trail, next)}>
              {t('older')}
              <Icon name="right" size="s" />
            </Link>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
};
