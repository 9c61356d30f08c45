import type { ApiKey, Approval, Capabilities, Filing, Limits, TicketSummary } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { Empty, Facts, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { sizeText } from '../playground/limit-text';

interface OverviewMarginProps {
  waiting: readonly Approval[];
  tickets: readonly TicketSummary[];
  filings: readonly Filing[];
  keys: readonly ApiKey[];
  limits: Limits;
  capabilities: Capabilities;
  at: string;
}

/** The margin: what waits for this person, and what is on file. */
export const OverviewMargin = ({ waiting, tickets, filings, keys, limits, capabilities, at }: OverviewMarginProps) => {
  const t = useTranslations('overview');
  const approvals = useTranslations('approvals');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const active = keys.filter((key) => !key.revoked_at);
  const used = active.filter((key) => key.last_used_at && Date.parse(at) - Date.parse(key.last_used_at) < DAY_MS);
  const waits = [
    ...tickets.map(({ id, subject }) => ({ id, href: `/tickets/${id}` as const, words: subject, why: t('deskWaits') })),
    ...filings.map(({ id, name }) => ({ id, href: `/filings/${id}` as const, words: name, why: t('filingWaits') })),
    ...waiting.map(({ id, kind, tenant, made_by: by }) => ({ id, href: '/approvals' as const, words: approvals(`kind.${kind}`, { tenant: tenant?.name ?? '' }), why: t('askedBy', { name: by.name ?? by.id }) })),
  ];
  return (
    <aside>
      <Section title={t('waiting')}>
        {waits.length ? (
          <ul className="ov-wait">
            {waits.map(({ id, href, words, why }) => (
              <li key={id}>
                <Link className="link" href={href}>
                  {words}
                </Link>
                <span className="small dim">{why}</span>
              </li>
            ))}
          </ul>
        ) : (
          <div className="ov-e">
            <Empty title={t('nothing')} written={5}>
              {t('nothingBody')}
            </Empty>
          </div>
        )}
      </Section>
      <Section title={t('base')}>
        <Facts
          right
          entries={[
            [t('keys'), active.length],
            ['', <span key="used" className="dim">{t('keysUsed', { n: used.length })}</span>],
            [t('languages'), capabilities.languages.map(({ tag }) => names.of(tag)).join(' · ')],
            [t('size'), sizeText(limits.upload.max_bytes, locale)],
            [t('deadline'), t('seconds', { n: limits.deadline_ms / 1000 })],
          ]}
        />
      </Section>
    </aside>
  );
};
