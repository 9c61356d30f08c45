import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { RunningGap } from '../../../features/coverage/running-gap';
import { LoadPage } from '../../../features/load/load-page';
import { readLoadSpan } from '../../../features/load/spans';
import { mayKeepDesk } from '../../../features/session/rights';
import { staffSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('adminOverview');

const Page = async ({ searchParams }: PageProps<'/admin'>) => {
  const span = readLoadSpan((await searchParams).minutes);
  const [load, { items: nodes }, running, { staff }] = await Promise.all([call(api.admin.load, { query: { minutes: span.minutes } }), call(api.admin.nodes), call(api.intakeGap.running), staffSession()]);
  return <LoadPage load={load} nodes={nodes} span={span} alarm={<RunningGap running={running} mayKeep={mayKeepDesk(staff.role)} />} />;
};

export default withWords(Page, 'tickets.call');
