import { LEAD_HOURS, type MaintenancePreview } from '@inkproof/contract';
import { Bar, Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentOf } from '../../words/moments';

/** Exactly whom it concerns, and what they are told when. */
export const Preview = ({ preview: { messages, tenants, tenants_total, plans, needs, in_time }, isDraft }: { preview: MaintenancePreview; isDraft: boolean }) => {
  const t = useTranslations('maintenance.preview');
  return (
    <Section title={t(isDraft ? 'title' : 'titleTold')}>
      <div className="mt-gap">
        {needs === 'nothing' ? isDraft && !in_time ? <Bar tone="zhe">{t('late', { hours: LEAD_HOURS })}</Bar> : null : <Bar tone="zhu">{t(`needs.${needs}`, { hours: LEAD_HOURS })}</Bar>}
      </div>
      <Facts entries={messages.map(({ message, at }) => [t(`message.${message}`), <span key={message} className="num">{message === 'scheduled' && isDraft ? t('atOnce') : at === null ? t('byHand') : momentOf(at)}</span>] as const)} />
      <p className="mt-3">
        <b>{t('tenants', { count: tenants_total })}</b> <span className="sub">{plans.map(({ plan, tenants: count }) => t('plan', { plan, count })).join(t('and'))}</span>
      </p>
      <ul className="mt-who">
        {tenants.map(({ id, name, plan }) => (
          <li key={id}>
            <Link className="link" href={`/admin/tenants/${id}`}>
              {name}
            </Link>{' '}
            <span className="dim">{plan}</span>
          </li>
        ))}
      </ul>
      {tenants_total > tenants.length ? <p className="sub">{t('more', { count: tenants_total - tenants.length })}</p> : null}
    </Section>
  );
};
