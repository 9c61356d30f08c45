import { api } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import { ask, call, orRefused } from '../../../../../../api';
import { clock } from '../../../../../../clock';
import { CallsPage } from '../../../../../../features/calls/calls-page';
import { ClosedCallsPage } from '../../../../../../features/calls/closed-calls-page';
import { queryOf, readWhich } from '../../../../../../features/calls/read-which';
import { readId } from '../../../../../../features/paging/read-id';
import { readTrail } from '../../../../../../features/paging/trail';
import { mayOpenSupport } from '../../../../../../features/session/rights';
import { staffSession } from '../../../../../../features/session/sessions';
import { pageTitle } from '../../../../../../words/page-title';

export const generateMetadata = pageTitle('calls');

const Page = async ({ params, searchParams }: PageProps<'/admin/tenants/[id]/calls'>) => {
  const id = readId('ten', (await params).id);
  const asked = await searchParams;
  const [trail, which] = [readTrail(asked), readWhich(asked)];
  const query = queryOf(which, shanghaiDay(clock.now()));
  const [tenant, calls, { staff }] = await Promise.all([
    call(api.admin.findTenant, { params: { id } }),
    orRefused(['support.required', 'support.over', 'access.denied'], ask(api.adminLedger.calls, { params: { id }, query: { ...query, cursor: trail.cursor } })),
    staffSession(),
  ]);
  if (typeof calls === 'string') return <ClosedCallsPage tenant={tenant} mayOpen={mayOpenSupport(staff.role)} />;
  return <CallsPage calls={calls.items} base={`/admin/tenants/${id}/calls`} which={which} query={query} trail={trail} next={calls.next_cursor} tenant={tenant.name} />;
};

export default Page;
