import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { AdminEntryPage } from '../../../../../features/changelog/admin-entry-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepChangelog } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('changelog');

const Page = async ({ params }: PageProps<'/admin/changelog/[id]'>) => {
  const id = readId('chl', (await params).id);
  const [entry, { staff }] = await Promise.all([call(api.adminChangelog.find, { params: { id } }), staffSession()]);
  return <AdminEntryPage entry={entry} mayKeep={mayKeepChangelog(staff.role)} />;
};

export default withWords(Page, 'changelog');
