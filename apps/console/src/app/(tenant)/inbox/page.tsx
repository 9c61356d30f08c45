import { InboxPage } from '../../../features/inbox/inbox-page';
import { readInbox } from '../../../features/inbox/read-inbox';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('inbox');

const Page = async ({ searchParams }: PageProps<'/inbox'>) => <InboxPage base="/inbox" {...await readInbox(await searchParams)} />;

export default withWords(Page, 'inbox');
