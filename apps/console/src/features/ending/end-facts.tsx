import type { ServiceEnd } from '@inkproof/contract';
import { Facts } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';

/** Who ends a service, why and when, and what was told of it. */
export const EndFacts = ({ end }: { end: ServiceEnd }) => {
  const t = useTranslations('ending');
  const names = [end.announced_by, end.approved_by].flatMap((person) => person?.name ?? []).join(t('and'));
  return (
    <Facts
      entries={[
        [t('by'), names ? t('byNames', { side: t(`side.${end.side}`), names }) : t(`side.${end.side}`)],
        [t('announcedAt'), t('beijing', { moment: momentOf(end.announced_at) })],
        end.reason ? [t('reason'), end.reason] : null,
        [t('endsAt'), t('beijing', { moment: momentOf(end.ends_at) })],
        [t('readableUntil'), t('beijing', { moment: momentOf(end.readable_until) })],
        [t('offeredAt'), <ul key="offers" className="en-offers">{end.offered_at.map((at) => <li key={at}>{momentOf(at).slice(0, 16)}</li>)}</ul>],
        [t('number'), <span key="id" className="mono brk">{end.id}</span>],
      ]}
    />
  );
};
