import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { StaffInspectionPage } from '../../../../../features/inspections/staff-inspection-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepInspections } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('inspection');

const Page = async ({ params }: PageProps<'/admin/inspections/[id]'>) => {
  const id = readId('isp', (await params).id);
  const [inspection, { staff }] = await Promise.all([call(api.adminInspections.find, { params: { id } }), staffSession()]);
  return <StaffInspectionPage inspection={inspection} mayKeep={mayKeepInspections(staff.role)} />;
};

export default withWords(Page, 'inspections');
