import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { RecognitionPage } from '../../../../features/recognitions/recognition-page';
import { readId } from '../../../../features/paging/read-id';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('recognition');

const Page = async ({ params }: PageProps<'/recognitions/[id]'>) => {
  const id = readId('rec', (await params).id);
  return <RecognitionPage recognition={await call(api.recognitions.find, { params: { id } })} />;
};

export default Page;
