import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { ChangelogPage } from '../../../features/changelog/changelog-page';
import { readTrail } from '../../../features/paging/trail';
import { anySession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('changelog');

const Page = async ({ searchParams }: PageProps<'/changelog'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, session] = await Promise.all([call(api.changelog.list, { query: { cursor: trail.cursor } }), anySession()]);
  return <ChangelogPage items={items} trail={trail} next={next_cursor} session={session} />;
};

export default withWords(Page, 'preferences');
