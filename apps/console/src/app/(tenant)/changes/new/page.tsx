import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { NewChangePage } from '../../../../features/changes/new-change-page';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('newChange');

const Page = async ({ searchParams }: PageProps<'/changes/new'>) => {
  const { id } = await searchParams;
  const [{ tenant, person }, earliest, keys, webhooks] = await Promise.all([memberSession(), call(api.changes.earliest), call(api.keys.list), call(api.webhooks.list)]);
  return <NewChangePage earliest={earliest} keys={keys.items} webhooks={webhooks.items} asked={typeof id === 'string' ? id : undefined} whose={`${tenant.id} ${person.id}`} />;
};

export default Page;
