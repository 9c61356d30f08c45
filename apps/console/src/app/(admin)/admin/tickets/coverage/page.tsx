import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { askedMonth } from '../../../../../features/availability/asked-month';
import { CoveragePage } from '../../../../../features/coverage/coverage-page';
import { BackToDesk } from '../../../../../features/tickets/back-to-desk';
import { pageTitle } from '../../../../../words/page-title';

export const generateMetadata = pageTitle('coverage');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/coverage'>) => {
  const { month, months } = askedMonth((await searchParams)['month']);
  return <CoveragePage coverage={await call(api.coverage.month, { query: { month } })} months={months} base="/admin/tickets/coverage" back={<BackToDesk />} />;
};

export default Page;
