import { LEAD_HOURS, type MaintenancePreview } from '@inkproof/contract';
import { Bar, buttonClass, Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentOf } from '../../words/moments';
import { OwnMoment } from '../moments/own-moment';

/** What is told when, and how many it concerns. */
export const Preview = ({ id, preview: { messages, tenants_total, plans, needs, in_time }, isDraft }: { id: string; preview: MaintenancePreview; isDraft: boolean }) => {
  const t = useTranslations('maintenance.preview');
  return (
    <Section title={t(isDraft ? 'title' : 'titleTold')}>
      <div className="mt-gap">
        {needs === 'nothing' ? isDraft && !in_time ? <Bar tone="zhe">{t('late', { hours: LEAD_HOURS })}</Bar> : null : <Bar tone="zhu">{t(`needs.${needs}`, { hours: LEAD_HOURS })}</Bar>}
      </div>
      <Facts entries={messages.map(({ message, at }) => [t(`message.${message}`), <span key={message} className="num">{message === 'scheduled' && isDraft ? t('atOnce') : at === null ? t('byHand') : <><span className="nw">{momentOf(at)}</span> <span className="nw"><OwnMoment at={at} /></span></>}</span>] as const)} />
      <p className="mt-3">
        <b>{t('tenants', { count: tenants_total })}</b> <span className="sub">{plans.map(({ plan, tenants: count }) => t('plan', { plan, count })).join(t('and'))}</span>
      </p>
      <p className="mt-2">
        <Link className={buttonClass({ size: 's' })} href={`/admin/maintenance/${id}/recipients`}>
          {t('exactly')}
        </Link>
      </p>
    </Section>
  );
};
