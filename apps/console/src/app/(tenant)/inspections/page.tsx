import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { InspectionsPage } from '../../../features/inspections/inspections-page';
import { readTrail } from '../../../features/paging/trail';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('inspections');

const Page = async ({ searchParams }: PageProps<'/inspections'>) => {
  const asked = await searchParams;
  const [trail, late] = [readTrail(asked), asked['show'] === 'late'];
  const { items, next_cursor } = await call(api.inspections.list, { query: { cursor: trail.cursor, ...(late && { state: 'late' }) } });
  return <InspectionsPage items={items} side="tenant" late={late} trail={trail} next={next_cursor} />;
};

export default Page;
