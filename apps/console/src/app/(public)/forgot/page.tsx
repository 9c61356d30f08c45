import { ForgotDesk } from '../../../features/door/forgot-desk';
import { Door } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('forgot');

const Page = () => (
  <Door>
    <ForgotDesk />
  </Door>
);

export default Page;
