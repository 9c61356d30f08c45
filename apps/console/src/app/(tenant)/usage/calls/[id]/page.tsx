import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { CallPage } from '../../../../../features/calls/call-page';
import { readId } from '../../../../../features/paging/read-id';
import { pageTitle } from '../../../../../words/page-title';

export const generateMetadata = pageTitle('call');

const Page = async ({ params }: PageProps<'/usage/calls/[id]'>) => <CallPage call={await call(api.ledger.call, { params: { id: readId('use', (await params).id) } })} />;

export default Page;
