import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { NodesPage } from '../../../../features/nodes/nodes-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('nodes');

const Page = async () => <NodesPage nodes={(await call(api.admin.nodes)).items} />;

export default Page;
