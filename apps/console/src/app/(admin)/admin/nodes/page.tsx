import { api } from '@inkproof/contract';
import { ask, call } from '../../../../api';
import { NodesPage } from '../../../../features/nodes/nodes-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('nodes');

const Page = async () => {
  const [{ items }, health] = await Promise.all([call(api.admin.nodes), ask(api.health.ready).catch(() => null)]);
  return <NodesPage nodes={items} health={health} />;
};

export default Page;
