import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { readTrail } from '../../../features/paging/trail';
import { RecognitionsPage } from '../../../features/recognitions/recognitions-page';
import { isOver, mayKeepKeys, mayRecognise } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('recognitions');

const Page = async ({ searchParams }: PageProps<'/recognitions'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.recognitions.list, { query: { cursor: trail.cursor } }), memberSession()]);
  return <RecognitionsPage recognitions={items} trail={trail} next={next_cursor} mayRecognise={mayRecognise(tenant)} mayKeepKeys={mayKeepKeys(tenant)} isOver={isOver(tenant.end)} />;
};

export default Page;
