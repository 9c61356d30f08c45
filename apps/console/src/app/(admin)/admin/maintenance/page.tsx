import { api, maintenanceStates } from '@inkproof/contract';
import { call } from '../../../../api';
import { PlannerPage } from '../../../../features/maintenance/planner-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepMaintenance } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('maintenance');

const Page = async ({ searchParams }: PageProps<'/admin/maintenance'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const state = maintenanceStates.find((one) => one === asked['state']);
  const { staff } = await staffSession();
  const mayKeep = mayKeepMaintenance(staff.role);
  const [{ items, next_cursor }, plans] = await Promise.all([call(api.adminMaintenance.list, { query: { cursor: trail.cursor, state } }), mayKeep ? call(api.admin.plans) : { items: [] }]);
  return <PlannerPage items={items} state={state} trail={trail} next={next_cursor} plans={plans.items.map(({ name }) => name)} mayKeep={mayKeep} />;
};

export default withWords(Page, 'maintenance');
