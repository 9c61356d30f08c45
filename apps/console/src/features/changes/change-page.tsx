import './changes.css';
import type { ChangeNotice } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { StayFresh } from '../live/stay-fresh';
import { ChangeFacts } from './change-facts';
import { ChangeTag, UrgencyTag } from './change-tags';
import { DecideActs } from './decide-acts';
import { TenantActs } from './tenant-acts';
import { UrgentClock } from './urgent-clock';

/** One change notice, with what whoever looks at it can do now. */
export const ChangePage = ({ notice, side, mayAct }: { notice: ChangeNotice; side: 'tenant' | 'provider'; mayAct: boolean }) => {
  const t = useTranslations('changes');
  const { urgency, state, settings, id, due_by, overdue } = notice;
  return (
    <main className="main">
      <Mast
        title={settings.map((setting) => t(`setting.${setting}`)).join(t('and'))}
        lede={
          <span className="row wrap">
            <UrgencyTag urgency={urgency} />
            <ChangeTag state={state} urgency={urgency} side={side} />
            <span className="id">{id}</span>
            <StayFresh everySeconds={3} />
          </span>
        }
        actions={mayAct ? side === 'tenant' ? <TenantActs notice={notice} /> : state === 'filed' ? <DecideActs notice={notice} /> : null : null}
      />
      {urgency === 'urgent' && due_by ? (
        <div className="ch-clock">
          <UrgentClock dueBy={due_by} />
        </div>
      ) : null}
      {overdue ? (
        <Bar tone="zhu" title={t('overdueTitle')}>
          {t('overdueBody')}
        </Bar>
      ) : null}
      <ChangeFacts notice={notice} side={side} />
    </main>
  );
};
