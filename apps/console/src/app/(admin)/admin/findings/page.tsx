import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { FindingQueuePage } from '../../../../features/findings/finding-queue-page';
import { readTrail } from '../../../../features/paging/trail';
import { maySettleFindings } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('findings');

const Page = async ({ searchParams }: PageProps<'/admin/findings'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.adminFindings.list, { query: { cursor: trail.cursor } }), staffSession()]);
  return <FindingQueuePage findings={items} trail={trail} next={next_cursor} maySettle={maySettleFindings(staff.role)} />;
};

export default withWords(Page, 'findings.settle');
