import { api, noticeTopics } from '@inkproof/contract';
import { call } from '../../../../api';
import { NoticesPage } from '../../../../features/notices/notices-page';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('notices');

const Page = async ({ searchParams }: PageProps<'/admin/notices'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const topic = noticeTopics.find((one) => one === asked['topic']);
  const { items, next_cursor } = await call(api.adminNotices.list, { query: { cursor: trail.cursor, topic } });
  return <NoticesPage items={items} topic={topic} trail={trail} next={next_cursor} />;
};

export default Page;
