import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { OutagePage } from '../../../../../features/availability/outage-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepAvailability } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('outage');

const Page = async ({ params }: PageProps<'/admin/availability/[id]'>) => {
  const id = readId('out', (await params).id);
  const [outage, { items: clues }, { components }, { staff }] = await Promise.all([call(api.adminAvailability.find, { params: { id } }), call(api.adminAvailability.clues, { params: { id } }), call(api.adminAvailability.month, { query: {} }), staffSession()]);
  return <OutagePage outage={outage} components={components} clues={clues} mayKeep={mayKeepAvailability(staff.role)} />;
};

export default withWords(Page, 'availability', 'changes');
