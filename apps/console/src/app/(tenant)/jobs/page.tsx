import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { JobsPage } from '../../../features/jobs/jobs-page';
import { readTrail } from '../../../features/paging/trail';
import { isOver, mayRecognise } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('jobs');

const Page = async ({ searchParams }: PageProps<'/jobs'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.jobs.list, { query: { cursor: trail.cursor } }), memberSession()]);
  return <JobsPage jobs={items} trail={trail} next={next_cursor} mayRecognise={mayRecognise(tenant)} isOver={isOver(tenant.end)} />;
};

export default Page;
