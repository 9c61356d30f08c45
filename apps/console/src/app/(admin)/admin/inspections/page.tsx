import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { AnnounceInspection } from '../../../../features/inspections/announce-inspection';
import { InspectionsPage } from '../../../../features/inspections/inspections-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepInspections } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('inspections');

const Page = async ({ searchParams }: PageProps<'/admin/inspections'>) => {
  const asked = await searchParams;
  const [trail, late] = [readTrail(asked), asked['show'] === 'late'];
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.adminInspections.list, { query: { cursor: trail.cursor, ...(late && { state: 'late' }) } }), staffSession()]);
  return <InspectionsPage items={items} side="provider" late={late} trail={trail} next={next_cursor} acts={mayKeepInspections(staff.role) ? <AnnounceInspection /> : null} />;
};

export default withWords(Page, 'admin.choice', 'inspections.announce');
