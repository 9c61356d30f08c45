import type { FilingCheck } from '@inkproof/contract';
import { Icon } from '@inkproof/ui';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';

interface ChecksListProps {
  checks: readonly FilingCheck[];
  /** Those that are not asked of this filing, too. */
  all?: boolean;
}

/** What is asked of a filing, one by one, and what is still wrong. */
export const ChecksList = ({ checks, all = false }: ChecksListProps) => {
  const t = useTranslations('filings');
  const shown = checks.filter(({ state }) => all || state !== 'not_needed');
  const missing = shown.filter(({ state }) => state === 'unmet').length;
  // What is still wanted comes first; the rest is a list to glance over.
  const ordered = shown.toSorted((one, other) => Number(other.state === 'unmet') - Number(one.state === 'unmet'));
  return (
    <section aria-label={t('checks')}>
      <div className="sec">
        <h2>{t('checks')}</h2>
        <div className="right">
          <span className={missing ? 'zhu' : 'lv'}>{missing ? t('stillMissing', { count: missing }) : t('nothingMissing')}</span>
        </div>
      </div>
      <ul className="fl-checks">
        {ordered.map(({ element, state, fault, categories, words }) => (
          <li key={element} className={clsx('check', state !== 'unmet' && 'check-ok')}>
            <span className={state === 'met' ? 'lv' : state === 'unmet' ? 'zhu' : 'dim'}>
              <Icon name={state === 'met' ? 'check' : state === 'unmet' ? 'warn' : 'minus'} />
              <span className="vh">{t(`checkState.${state}`)}</span>
            </span>
            <span className="t">{t(`element.${element}`)}</span>
            {fault ? <span className="b">{t(`fault.${fault}`, { categories: categories.map((category) => t(`category.${category}`)).join(t('comma')), words: words ?? '' })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
