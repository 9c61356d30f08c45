import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { chosenTenant } from '../../../../features/notices/chosen-tenant';
import { askedOf, readLedgerQuery } from '../../../../features/notices/ledger-query';
import { NoticesPage } from '../../../../features/notices/notices-page';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('notices');

const Page = async ({ searchParams }: PageProps<'/admin/notices'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const query = readLedgerQuery('notices', asked);
  const [{ items, next_cursor }, tenant] = await Promise.all([call(api.adminNotices.list, { query: { cursor: trail.cursor, ...askedOf(query) } }), chosenTenant(query)]);
  return <NoticesPage items={items} query={query} tenant={tenant} trail={trail} next={next_cursor} />;
};

export default withWords(Page, 'admin.choice');
