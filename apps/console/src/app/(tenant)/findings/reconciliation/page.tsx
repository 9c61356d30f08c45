import { api } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import { call } from '../../../../api';
import { clock } from '../../../../clock';
import { askedMonth } from '../../../../features/findings/asked-month';
import { ReconciliationPage } from '../../../../features/findings/reconciliation-page';
import { dayOf } from '../../../../words/moments';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('reconciliation');

const Page = async ({ searchParams }: PageProps<'/findings/reconciliation'>) => {
  const { month, months } = askedMonth((await searchParams)['month'], dayOf(clock.now().toISOString()));
  const [report, t] = await Promise.all([call(api.reconciliations.read, { query: { month } }), getTranslations('findings.reconciliation')]);
  return <ReconciliationPage report={report} months={months} base="/findings/reconciliation" csv={`/v1/reconciliation?month=${month}&format=csv`} title={t('title', { month })} />;
};

export default Page;
