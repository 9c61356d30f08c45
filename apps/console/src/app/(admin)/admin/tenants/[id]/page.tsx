import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { clock } from '../../../../../clock';
import { TenantEnding } from '../../../../../features/ending/tenant-ending';
import { readId } from '../../../../../features/paging/read-id';
import { mayChangeTenants, mayEndServices, mayOpenSupport } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { TenantAccesses } from '../../../../../features/support-access/tenant-accesses';
import { TenantPage } from '../../../../../features/tenants/tenant-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('tenant');

const Page = async ({ params }: PageProps<'/admin/tenants/[id]'>) => {
  const id = readId('ten', (await params).id);
  const [tenant, { items: plans }, terms, { items: accesses }, ending, { staff, person }] = await Promise.all([call(api.admin.findTenant, { params: { id } }), call(api.admin.plans), call(api.quota.list, { params: { id } }), call(api.adminSupport.list, { params: { id } }), call(api.adminEnding.find, { params: { id } }), staffSession()]);
  return (
    <TenantPage key={tenant.id} tenant={tenant} now={clock.now()} plans={plans} terms={terms} mayChange={mayChangeTenants(staff.role)} mayLook={mayOpenSupport(staff.role)}>
      <TenantAccesses tenant={tenant} accesses={accesses} mayOpen={mayOpenSupport(staff.role)} self={person.id} />
      <TenantEnding tenant={tenant} outlook={ending} mayEnd={mayEndServices(staff.role)} />
    </TenantPage>
  );
};

export default withWords(Page, 'admin.tenants', 'ending.ask', 'ending.dayField', 'ending.takeBack', 'quota');
