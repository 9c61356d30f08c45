import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { clock } from '../../../../../clock';
import { WindowPage } from '../../../../../features/maintenance/window-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepMaintenance } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('maintenance');

const Page = async ({ params }: PageProps<'/admin/maintenance/[id]'>) => {
  const id = readId('mnt', (await params).id);
  const [window, { staff }] = await Promise.all([call(api.adminMaintenance.find, { params: { id } }), staffSession()]);
  const mayKeep = mayKeepMaintenance(staff.role);
  const isToCome = window.state === 'draft' || window.state === 'scheduled';
  const [preview, plans, approval, change] = await Promise.all([
    isToCome ? call(api.adminMaintenance.preview, { params: { id } }) : null,
    mayKeep ? call(api.admin.plans) : { items: [] },
    mayKeep && window.approval && window.approved_by === null ? call(api.adminApprovals.find, { params: { id: window.approval } }) : null,
    mayKeep && window.change ? call(api.adminApprovals.find, { params: { id: window.change.approval } }) : null,
  ]);
  const mayStart = window.state === 'scheduled' && Date.parse(window.starts_at) <= clock.now().getTime();
  return <WindowPage window={window} preview={preview} plans={plans.items.map(({ name }) => name)} mayKeep={mayKeep} mayStart={mayStart} isWaiting={approval?.state === 'waiting'} change={change} />;
};

export default withWords(Page, 'approvals', 'maintenance');
