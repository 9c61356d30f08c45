import { api } from '@inkproof/contract';
import { ask, orRefused } from '../../../../api';
import { NotKeptPage } from '../../../../features/recognitions/not-kept-page';
import { RecognitionPage } from '../../../../features/recognitions/recognition-page';
import { readId } from '../../../../features/paging/read-id';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('recognition');

const Page = async ({ params }: PageProps<'/recognitions/[id]'>) => {
  const id = readId('rec', (await params).id);
  const recognition = await orRefused(['recognition.not_kept'], ask(api.recognitions.find, { params: { id } }));
  return typeof recognition === 'string' ? <NotKeptPage id={id} /> : <RecognitionPage recognition={recognition} />;
};

export default Page;
