import { api } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import { call } from '../../../../api';
import { clock } from '../../../../clock';
import { CalendarPage } from '../../../../features/authorisations/calendar-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('calendar');

const Page = async () => <CalendarPage calendar={await call(api.authorizations.calendar)} today={shanghaiDay(clock.now())} />;

export default Page;
