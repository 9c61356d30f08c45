import { ResetDesk } from '../../../features/door/reset-desk';
import { Door } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('reset');

const Page = () => (
  <Door>
    <ResetDesk />
  </Door>
);

export default withWords(Page, 'door', 'preferences', 'signIn');
