import { api } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import { call } from '../../../../../../api';
import { clock } from '../../../../../../clock';
import { askedMonth } from '../../../../../../features/findings/asked-month';
import { ReconciliationPage } from '../../../../../../features/findings/reconciliation-page';
import { readId } from '../../../../../../features/paging/read-id';
import { dayOf } from '../../../../../../words/moments';
import { pageTitle } from '../../../../../../words/page-title';

export const generateMetadata = pageTitle('reconciliation');

const Page = async ({ params, searchParams }: PageProps<'/admin/tenants/[id]/reconciliation'>) => {
  const id = readId('ten', (await params).id);
  const { month, months } = askedMonth((await searchParams)['month'], dayOf(clock.now().toISOString()));
  const [report, t] = await Promise.all([call(api.adminReconciliations.read, { params: { id }, query: { month } }), getTranslations('findings.reconciliation')]);
  return <ReconciliationPage report={report} months={months} base={`/admin/tenants/${id}/reconciliation`} csv={`/v1/admin/tenants/${id}/reconciliation?month=${month}&format=csv`} title={t('titleOf', { tenant: report.tenant.name, month })} />;
};

export default Page;
