import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { readTrail } from '../../../features/paging/trail';
import { requestFilters, RequestsPage } from '../../../features/requests/requests-page';
import { mayKeepRequests } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('requests');

const Page = async ({ searchParams }: PageProps<'/requests'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const filter = requestFilters.find((one) => one === asked['show']) ?? 'open';
  const [{ items, next_cursor }, desk, { tenant }] = await Promise.all([call(api.subjectRequests.list, { query: { cursor: trail.cursor, ...(filter !== 'all' && { state: filter }) } }), call(api.subjectRequests.desk), memberSession()]);
  return <RequestsPage items={items} desk={desk} filter={filter} trail={trail} next={next_cursor} mayKeep={mayKeepRequests(tenant)} />;
};

export default withWords(Page, 'requests');
