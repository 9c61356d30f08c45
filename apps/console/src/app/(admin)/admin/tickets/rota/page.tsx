import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { readDay } from '../../../../../features/moments/read-day';
import { RotaPage } from '../../../../../features/rota/rota-page';
import { mayKeepDesk } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('rota');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/rota'>) => {
  const week = readDay((await searchParams)['week']);
  const [rota, { staff }] = await Promise.all([call(api.rota.read, { query: { week } }), staffSession()]);
  return <RotaPage rota={rota} isThisWeek={week === undefined} mayKeep={mayKeepDesk(staff.role)} />;
};

export default withWords(Page, 'rota');
