import { api } from '@inkproof/contract';
import { ask, call, orRefused } from '../../../../../../../api';
import { CallPage } from '../../../../../../../features/calls/call-page';
import { ClosedCallsPage } from '../../../../../../../features/calls/closed-calls-page';
import { readId } from '../../../../../../../features/paging/read-id';
import { mayOpenSupport } from '../../../../../../../features/session/rights';
import { staffSession } from '../../../../../../../features/session/sessions';
import { pageTitle } from '../../../../../../../words/page-title';

export const generateMetadata = pageTitle('call');

const Page = async ({ params }: PageProps<'/admin/tenants/[id]/calls/[call]'>) => {
  const given = await params;
  const id = readId('ten', given.id);
  const found = await orRefused(['support.required', 'support.over', 'access.denied'], ask(api.adminLedger.call, { params: { id, call: readId('use', given.call) } }));
  if (typeof found !== 'string') return <CallPage call={found} />;
  const [tenant, { staff }] = await Promise.all([call(api.admin.findTenant, { params: { id } }), staffSession()]);
  return <ClosedCallsPage tenant={tenant} mayOpen={mayOpenSupport(staff.role)} />;
};

export default Page;
