import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { PublicRequestForm } from '../../../../../features/requests/public-form';
import { Door } from '../../../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('requestForm');

const Page = async ({ params }: PageProps<'/requests/form/[slug]'>) => {
  const { slug } = await params;
  const { tenant, answer_days: days } = await call(api.requestForms.find, { params: { slug } });
  return (
    <Door>
      <PublicRequestForm slug={slug} tenant={tenant} days={days} />
    </Door>
  );
};

export default withWords(Page, 'door', 'preferences', 'requests', 'signIn');
