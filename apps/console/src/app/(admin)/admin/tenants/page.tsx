import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { clock } from '../../../../clock';
import { readTrail } from '../../../../features/paging/trail';
import { mayOpenTenants } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { TenantsPage } from '../../../../features/tenants/tenants-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('tenants');

const Page = async ({ searchParams }: PageProps<'/admin/tenants'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.admin.listTenants, { query: { cursor: trail.cursor } }), staffSession()]);
  return <TenantsPage tenants={items} trail={trail} next={next_cursor} now={clock.now()} mayOpen={mayOpenTenants(staff.role)} />;
};

export default withWords(Page, 'admin.tenants');
