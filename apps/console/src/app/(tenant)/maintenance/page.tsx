import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { noticeFilters, NoticesPage } from '../../../features/maintenance/notices-page';
import { readTrail } from '../../../features/paging/trail';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('maintenance');

const Page = async ({ searchParams }: PageProps<'/maintenance'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const filter = noticeFilters.find((one) => one === asked['show']) ?? 'all';
  const { items, next_cursor } = await call(api.maintenanceNotices.list, { query: { cursor: trail.cursor, which: filter } });
  return <NoticesPage items={items} filter={filter} trail={trail} next={next_cursor} />;
};

export default Page;
