import './overview.css';
import type { ApiKey, Approval, Capabilities, Filing, Limits, RecognitionSummary, TicketSummary, Usage, UsageNow } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { longDayOf } from '../../words/moments';
import { PlaygroundLink } from '../playground/playground-link';
import { isOver, mayKeepKeys, mayRecognise } from '../session/rights';
import type { MemberSession } from '../session/sessions';
import { OverviewMargin } from './overview-margin';
import { OverviewStats } from './overview-stats';
import { QuotaNow } from './quota-now';
import { RecentRecognitions } from './recent-recognitions';
import { ThirtyDays } from './thirty-days';

export interface OverviewPageProps {
  session: MemberSession;
  now: UsageNow;
  usage: Usage;
  recent: RecognitionSummary[];
  waiting: Approval[];
  /** Those in which the desk waits for the tenant. */
  tickets: TicketSummary[];
  /** Those that were sent back. */
  filings: Filing[];
  keys: ApiKey[];
  limits: Limits;
  capabilities: Capabilities;
}

/** What a member wants to know on arriving: is there room, what happened, does anything need me. */
export const OverviewPage = ({ session, now, usage, recent, waiting, tickets, filings, keys, limits, capabilities }: OverviewPageProps) => {
  const t = useTranslations('overview');
  const mayRead = mayRecognise(session.tenant);
  const over = isOver(session.tenant.end);
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t(over ? 'ledeOver' : 'lede', { date: longDayOf(now.at, useLocale()), n: now.requests_per_second })}
        actions={
          mayRead ? (
            <PlaygroundLink>{t('start')}</PlaygroundLink>
          ) : null
        }
      />
      <div className="split ov">
        <div>
          {over ? null : <QuotaNow first={now} />}
          <OverviewStats usage={usage} />
          <ThirtyDays usage={usage} />
          <RecentRecognitions recent={recent} mayRead={mayRead} mayKeep={mayKeepKeys(session.tenant)} isOver={over} />
        </div>
        <OverviewMargin waiting={over ? [] : waiting} tickets={tickets} filings={over ? [] : filings} keys={over ? [] : keys} limits={limits} capabilities={capabilities} at={now.at} />
      </div>
    </main>
  );
};
