import { ForgotDesk } from '../../../features/door/forgot-desk';
import { Door } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('forgot');

const Page = () => (
  <Door>
    <ForgotDesk />
  </Door>
);

export default withWords(Page, 'door', 'preferences', 'signIn');
