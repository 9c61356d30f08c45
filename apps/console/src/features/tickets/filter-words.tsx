import type { DeskFilter } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

/** What a view shows, said in words. */
export const FilterWords = ({ filter, staff }: { filter: DeskFilter; staff: readonly { id: string; name: string }[] }) => {
  const t = useTranslations('tickets');
  const { state, priority, assignee, tenant, late, search } = filter;
  const who = assignee === 'me' ? t('search.me') : assignee === 'nobody' ? t('facts.nobody') : (staff.find(({ id }) => id === assignee)?.name ?? assignee);
  const parts = [state === undefined ? t('filter.all') : state === 'unsolved' ? t('filter.unsolved') : t(`state.${state}`), priority?.toUpperCase(), who && `${t('acts.assignee')}: ${who}`, late && t('search.late'), search && `“${search}”`, tenant];
  return <span className="sub">{parts.filter(Boolean).join(' · ')}</span>;
};
