import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { WishesPage } from '../../../../../features/inbox/wishes-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('wishes');

const Page = async () => <WishesPage {...await call(api.inbox.wishes)} />;

export default withWords(Page, 'inbox');
