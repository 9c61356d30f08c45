import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { waitingFor } from '../../../features/approvals/waiting';
import { filingsToCorrect } from '../../../features/filings/to-correct';
import { OverviewPage } from '../../../features/overview/overview-page';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('overview');

const Page = async () => {
  const [session, now, usage, recent, keys, limits, capabilities, waiting, tickets, filings] = await Promise.all([memberSession(), call(api.usage.now), call(api.usage.usage), call(api.recognitions.list, { query: { limit: 6 } }), call(api.keys.list), call(api.usage.limits), call(api.usage.capabilities), waitingFor('tenant'), call(api.tickets.list, { query: { state: 'waiting_tenant', limit: 6 } }), filingsToCorrect()]);
  return <OverviewPage session={session} now={now} usage={usage} recent={recent.items} waiting={waiting} tickets={tickets.items} filings={filings} keys={keys.items} limits={limits} capabilities={capabilities} />;
};

export default withWords(Page, 'overview');
