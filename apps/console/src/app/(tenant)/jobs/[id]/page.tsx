import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { JobPage } from '../../../../features/jobs/job-page';
import { readId } from '../../../../features/paging/read-id';
import { mayRecognise } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('job');

const Page = async ({ params }: PageProps<'/jobs/[id]'>) => {
  const id = readId('job', (await params).id);
  const [job, { tenant }] = await Promise.all([call(api.jobs.find, { params: { id } }), memberSession()]);
  return <JobPage job={job} mayCancel={mayRecognise(tenant)} />;
};

export default withWords(Page, 'jobs', 'recognitions');
