import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { NoticePage } from '../../../../features/maintenance/notice-page';
import { readId } from '../../../../features/paging/read-id';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('maintenance');

const Page = async ({ params }: PageProps<'/maintenance/[id]'>) => <NoticePage notice={await call(api.maintenanceNotices.find, { params: { id: readId('mnt', (await params).id) } })} />;

export default Page;
