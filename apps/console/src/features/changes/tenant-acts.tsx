'use client';
import { api, type ChangeNotice } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ActDialog } from '../dialogs/act-dialog';

type Act = 'withdraw' | 'apply' | 'confirm' | 'rollBack';
const looks = { withdraw: {}, apply: { tone: 'ink', icon: 'check' }, confirm: { tone: 'ink', icon: 'check' }, rollBack: { icon: 'again' } } as const;

/** What a tenant can do with its notice now. */
const actsOf = ({ urgency, state, automatic }: ChangeNotice): Act[] => {
  if (urgency === 'urgent' && state === 'applied') return ['rollBack', 'confirm'];
  const isOpen = state === 'due' || state === 'acknowledged';
  return [...(isOpen || state === 'filed' || state === 'accepted' ? (['withdraw'] as const) : []), ...(isOpen && !automatic ? (['apply'] as const) : [])];
};

export const TenantActs = ({ notice }: { notice: ChangeNotice }) => {
  const t = useTranslations('changes.acts');
  return actsOf(notice).map((act) => (
    <ActDialog key={act} label={t(`${act}.label`)} title={t(`${act}.title`)} look={looks[act]} done={t(`${act}.done`)} onSubmit={() => () => browserApi(api.changes[act], { params: { id: notice.id } })}>
      <p className="sub">{t(`${act}.body`)}</p>
    </ActDialog>
  ));
};
