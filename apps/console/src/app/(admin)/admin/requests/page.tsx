import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { readTrail } from '../../../../features/paging/trail';
import { ForwardRequest } from '../../../../features/requests/forward-request';
import { ForwardedPage } from '../../../../features/requests/forwarded-page';
import { mayForwardRequests } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('forwarded');

const Page = async ({ searchParams }: PageProps<'/admin/requests'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.adminRequests.list, { query: { cursor: trail.cursor } }), staffSession()]);
  return <ForwardedPage items={items} trail={trail} next={next_cursor} acts={mayForwardRequests(staff.role) ? <ForwardRequest /> : null} />;
};

export default withWords(Page, 'admin.choice', 'requests');
