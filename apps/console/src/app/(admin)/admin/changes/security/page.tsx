import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { SecurityPage } from '../../../../../features/changes/security-page';
import { readTrail } from '../../../../../features/paging/trail';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('securityNotices');

const Page = async ({ searchParams }: PageProps<'/admin/changes/security'>) => {
  const trail = readTrail(await searchParams);
  const { items, next_cursor } = await call(api.adminSecurityNotices.list, { query: { cursor: trail.cursor } });
  return <SecurityPage items={items} trail={trail} next={next_cursor} side="provider" />;
};

export default withWords(Page, 'changes.security');
