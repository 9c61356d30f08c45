import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { ChangePage } from '../../../../../features/changes/change-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayDecideChanges } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('change');

const Page = async ({ params }: PageProps<'/admin/changes/[id]'>) => {
  const id = readId('chg', (await params).id);
  const [notice, { staff }] = await Promise.all([call(api.adminChanges.find, { params: { id } }), staffSession()]);
  return <ChangePage notice={notice} side="provider" mayAct={mayDecideChanges(staff.role)} />;
};

export default withWords(Page, 'changes.acts', 'changes.decide');
