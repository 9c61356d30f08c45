import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { askHealth } from '../../../../features/nodes/ask-health';
import { NodesPage } from '../../../../features/nodes/nodes-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('nodes');

const Page = async () => {
  const [{ items }, health] = await Promise.all([call(api.admin.nodes), askHealth()]);
  return <NodesPage nodes={items} health={health} />;
};

export default Page;
