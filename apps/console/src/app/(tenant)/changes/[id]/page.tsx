import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { ChangePage } from '../../../../features/changes/change-page';
import { readId } from '../../../../features/paging/read-id';
import { mayKeepChanges } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('change');

const Page = async ({ params }: PageProps<'/changes/[id]'>) => {
  const id = readId('chg', (await params).id);
  const [notice, { tenant }] = await Promise.all([call(api.changes.find, { params: { id } }), memberSession()]);
  return <ChangePage notice={notice} side="tenant" mayAct={mayKeepChanges(tenant)} />;
};

export default withWords(Page, 'changes.acts', 'changes.decide');
