import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { MailsPage } from '../../../../features/mails/mails-page';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('mails');

const Page = async ({ searchParams }: PageProps<'/admin/mails'>) => {
  const trail = readTrail(await searchParams);
  const { items, next_cursor, sends } = await call(api.mails.list, { query: { cursor: trail.cursor } });
  return <MailsPage mails={items} trail={trail} next={next_cursor} sends={sends} />;
};

export default withWords(Page, 'mails');
