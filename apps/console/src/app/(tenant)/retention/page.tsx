import { api, deletionOrigins } from '@inkproof/contract';
import { call } from '../../../api';
import { readTrail } from '../../../features/paging/trail';
import { RetentionPage } from '../../../features/retention/retention-page';
import { mayAskDeletions, mayKeepLonger } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

const HOLDS = 100;

export const generateMetadata = pageTitle('retention');

const Page = async ({ searchParams }: PageProps<'/retention'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const origin = deletionOrigins.find((one) => one === asked['origin']);
  const [deletions, holds, periods, { tenant }] = await Promise.all([call(api.deletions.list, { query: { cursor: trail.cursor, origin } }), call(api.retention.holds, { query: { limit: HOLDS } }), call(api.retention.periods), memberSession()]);
  return <RetentionPage deletions={deletions.items} origin={origin} trail={trail} next={deletions.next_cursor} holds={holds.items} periods={periods.items} mayAsk={mayAskDeletions(tenant)} mayKeep={mayKeepLonger(tenant)} />;
};

export default withWords(Page, 'retention');
