import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { WishesPage } from '../../../../../features/inbox/wishes-page';
import { pageTitle } from '../../../../../words/page-title';

export const generateMetadata = pageTitle('wishes');

const Page = async () => <WishesPage {...await call(api.inbox.wishes)} />;

export default Page;
