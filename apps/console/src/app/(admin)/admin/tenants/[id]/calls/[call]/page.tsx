import { api } from '@inkproof/contract';
import { call } from '../../../../../../../api';
import { CallPage } from '../../../../../../../features/calls/call-page';
import { readId } from '../../../../../../../features/paging/read-id';
import { pageTitle } from '../../../../../../../words/page-title';

export const generateMetadata = pageTitle('call');

const Page = async ({ params }: PageProps<'/admin/tenants/[id]/calls/[call]'>) => {
  const given = await params;
  return <CallPage call={await call(api.adminLedger.call, { params: { id: readId('ten', given.id), call: readId('use', given.call) } })} />;
};

export default Page;
