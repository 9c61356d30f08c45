import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { NewChangePage } from '../../../../features/changes/new-change-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('newChange');

const Page = async ({ searchParams }: PageProps<'/changes/new'>) => {
  const { id } = await searchParams;
  const [earliest, keys, webhooks] = await Promise.all([call(api.changes.earliest), call(api.keys.list), call(api.webhooks.list)]);
  return <NewChangePage earliest={earliest} keys={keys.items} webhooks={webhooks.items} asked={typeof id === 'string' ? id : undefined} />;
};

export default Page;
