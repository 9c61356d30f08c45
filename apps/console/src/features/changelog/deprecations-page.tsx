import './changelog.css';
import type { Deprecation } from '@inkproof/contract';
import { buttonClass, Empty, Mast, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { wordsFor } from '../../words/words-for';

/** Calls that will end, and which keys of the tenant still make them. */
export const DeprecationsPage = ({ items }: { items: readonly Deprecation[] }) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast
        title={t('endings')}
        lede={t('endingsLede')}
        actions={
          <Link className={buttonClass({})} href="/changelog">
            {t('title')}
          </Link>
        }
      />
      {items.length ? (
        <ul className="cl-d">
          {items.map(({ call, entry, title, sunset_at, successor, uses }) => (
            <li key={call}>
              <div className="cl-h">
                <code>{call}</code>
                {uses.length ? <Tag tone="fill">{t('stillCalled')}</Tag> : <Tag tone="lv">{t('notCalled')}</Tag>}
                <span className="sub">{t('endsOn', { day: dayOf(sunset_at) })}</span>
              </div>
              <p>
                <Link className="link" href={`/changelog/${entry}`}>
                  {wordsFor(locale, title)}
                </Link>
                {successor ? <span className="sub"> {t.rich('use', { call: () => <code>{successor}</code> })}</span> : null}
              </p>
              {uses.map(({ key, calls, last_day }) => (
                <p key={key.id} className="sub">
                  <Link className="link" href="/keys">
                    {key.label}
                  </Link>{' '}
                  {t('used', { calls, day: last_day })}
                </p>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('noEndings')} written={0}>
          {t('noEndingsBody')}
        </Empty>
      )}
    </main>
  );
};
