import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { EntryPage } from '../../../../features/changelog/entry-page';
import { readId } from '../../../../features/paging/read-id';
import { anySession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('changelog');

const Page = async ({ params }: PageProps<'/changelog/[id]'>) => {
  const id = readId('chl', (await params).id);
  const [entry, session] = await Promise.all([call(api.changelog.find, { params: { id } }), anySession()]);
  return <EntryPage entry={entry} session={session} />;
};

export default withWords(Page, 'preferences');
