import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { chosenTenant } from '../../../../../features/notices/chosen-tenant';
import { FoundPage } from '../../../../../features/notices/found-page';
import { askedOf, readLedgerQuery } from '../../../../../features/notices/ledger-query';
import { readTrail } from '../../../../../features/paging/trail';
import { mayOpenMessages, mayTraceNotices } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('notices');

const Page = async ({ searchParams }: PageProps<'/admin/notices/deliveries'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const query = readLedgerQuery('deliveries', asked);
  const [{ staff }, { items, next_cursor }, tenant] = await Promise.all([staffSession(), call(api.adminNotices.search, { query: { cursor: trail.cursor, limit: 50, ...askedOf(query) } }), chosenTenant(query)]);
  return <FoundPage items={items} query={query} tenant={tenant} trail={trail} next={next_cursor} mayOpen={mayOpenMessages(staff.role)} mayTrace={mayTraceNotices(staff.role)} />;
};

export default withWords(Page, 'admin.choice', 'notices');
