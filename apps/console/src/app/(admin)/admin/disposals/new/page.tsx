import { api } from '@inkproof/contract';
import { notFound } from 'next/navigation';
import { call } from '../../../../../api';
import { EnterDisposalPage } from '../../../../../features/disposals/enter-disposal-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepDisposals } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('newDisposal');

const Page = async ({ searchParams }: PageProps<'/admin/disposals/new'>) => {
  const { corrects } = await searchParams;
  const [{ staff }, wrong] = await Promise.all([staffSession(), typeof corrects === 'string' ? call(api.disposals.find, { params: { id: readId('mdp', corrects) } }) : null]);
  if (!mayKeepDisposals(staff.role)) notFound();
  return <EnterDisposalPage wrong={wrong} />;
};

export default withWords(Page, 'admin.choice', 'disposals', 'retention.class');
