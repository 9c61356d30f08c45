import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { askedMonth } from '../../../../../features/availability/asked-month';
import { CoveragePage } from '../../../../../features/coverage/coverage-page';
import { RunningGap } from '../../../../../features/coverage/running-gap';
import { mayKeepDesk } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { BackToDesk } from '../../../../../features/tickets/back-to-desk';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('coverage');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/coverage'>) => {
  const { month, months } = askedMonth((await searchParams)['month']);
  const [coverage, running, { staff }] = await Promise.all([call(api.coverage.month, { query: { month } }), call(api.intakeGap.running), staffSession()]);
  return <CoveragePage coverage={coverage} months={months} base="/admin/tickets/coverage" back={<BackToDesk />} alarm={<RunningGap running={running} mayKeep={mayKeepDesk(staff.role)} />} />;
};

export default withWords(Page, 'tickets.call');
