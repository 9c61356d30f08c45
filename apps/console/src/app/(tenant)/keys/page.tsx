import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { KeysPage } from '../../../features/keys/keys-page';
import { isOver, mayKeepKeys } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('keys');

const Page = async ({ searchParams }: PageProps<'/keys'>) => {
  const [{ environment, standing }, { items }, { tenant }] = await Promise.all([searchParams, call(api.keys.list), memberSession()]);
  return <KeysPage keys={items} environment={environment === 'live' || environment === 'test' ? environment : undefined} standing={standing === 'usable' || standing === 'ended' ? standing : undefined} mayKeep={mayKeepKeys(tenant)} isOver={isOver(tenant.end)} />;
};

export default withWords(Page, 'keys');
