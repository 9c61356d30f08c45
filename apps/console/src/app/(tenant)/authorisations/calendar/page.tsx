import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { CalendarPage } from '../../../../features/authorisations/calendar-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('calendar');

const Page = async () => <CalendarPage calendar={await call(api.authorizations.calendar)} />;

export default Page;
