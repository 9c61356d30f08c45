import { api } from '@inkproof/contract';
import { ask, orRefused } from '../../../../api';
import { NotKeptPage } from '../../../../features/recognitions/not-kept-page';
import { RecognitionPage } from '../../../../features/recognitions/recognition-page';
import { readId } from '../../../../features/paging/read-id';
import { mayErase } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('recognition');

const Page = async ({ params }: PageProps<'/recognitions/[id]'>) => {
  const id = readId('rec', (await params).id);
  const [recognition, { tenant }] = await Promise.all([orRefused(['recognition.not_kept'], ask(api.recognitions.find, { params: { id } })), memberSession()]);
  return typeof recognition === 'string' ? <NotKeptPage id={id} mayErase={mayErase(tenant)} /> : <RecognitionPage recognition={recognition} mayErase={mayErase(tenant)} />;
};

export default withWords(Page, 'playground', 'recognitions', 'retention.eraseOne');
