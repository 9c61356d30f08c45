import { api } from '@inkproof/contract';
import { call } from '../../../../../../api';
import { CallsPage } from '../../../../../../features/calls/calls-page';
import { readWhich } from '../../../../../../features/calls/read-which';
import { readId } from '../../../../../../features/paging/read-id';
import { readTrail } from '../../../../../../features/paging/trail';
import { pageTitle } from '../../../../../../words/page-title';

export const generateMetadata = pageTitle('calls');

const Page = async ({ params, searchParams }: PageProps<'/admin/tenants/[id]/calls'>) => {
  const id = readId('ten', (await params).id);
  const asked = await searchParams;
  const [trail, which] = [readTrail(asked), readWhich(asked)];
  const [tenant, { items, next_cursor }] = await Promise.all([call(api.admin.findTenant, { params: { id } }), call(api.adminLedger.calls, { params: { id }, query: { ...which, cursor: trail.cursor } })]);
  return <CallsPage calls={items} base={`/admin/tenants/${id}/calls`} which={which} trail={trail} next={next_cursor} tenant={tenant.name} />;
};

export default Page;
