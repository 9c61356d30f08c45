import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { DisposalPage } from '../../../../../features/disposals/disposal-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepDisposals } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('disposal');

const Page = async ({ params }: PageProps<'/admin/disposals/[id]'>) => {
  const id = readId('mdp', (await params).id);
  const [disposal, { staff }] = await Promise.all([call(api.disposals.find, { params: { id } }), staffSession()]);
  return <DisposalPage disposal={disposal} mayEnter={mayKeepDisposals(staff.role)} />;
};

export default withWords(Page, 'disposals');
