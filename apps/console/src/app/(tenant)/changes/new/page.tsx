import { api } from '@inkproof/contract';
import { redirect } from 'next/navigation';
import { ask, call, orRefused } from '../../../../api';
import { NewChangePage } from '../../../../features/changes/new-change-page';
import { mayKeepChanges } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('newChange');

/** Of what is maintained nothing can be listed, and notice can be given of the rest. */
const itemsOf = <Item,>(listed: { items: Item[] } | string): Item[] => (typeof listed === 'string' ? [] : listed.items);

const Page = async ({ searchParams }: PageProps<'/changes/new'>) => {
  const { id } = await searchParams;
  const [{ tenant, person }, earliest, keys, webhooks] = await Promise.all([memberSession(), call(api.changes.earliest), orRefused(['maintenance.in_progress'], ask(api.keys.list)), orRefused(['maintenance.in_progress'], ask(api.webhooks.list))]);
  // Whoever may not give notice is led to the notices that were given.
  if (!mayKeepChanges(tenant)) redirect('/changes');
  return <NewChangePage earliest={earliest} keys={itemsOf(keys)} webhooks={itemsOf(webhooks)} isAway={[keys, webhooks].some((one) => typeof one === 'string')} asked={typeof id === 'string' ? id : undefined} whose={`${tenant.id} ${person.id}`} />;
};

export default withWords(Page, 'changes', 'keys');
