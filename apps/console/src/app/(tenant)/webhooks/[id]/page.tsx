import { api } from '@inkproof/contract';
import { notFound } from 'next/navigation';
import { call } from '../../../../api';
import { readId } from '../../../../features/paging/read-id';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepWebhooks } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { WebhookPage } from '../../../../features/webhooks/webhook-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('webhook');

const Page = async ({ params, searchParams }: PageProps<'/webhooks/[id]'>) => {
  const id = readId('whk', (await params).id);
  const trail = readTrail(await searchParams);
  const [{ items: webhooks }, { items, next_cursor }, { tenant }] = await Promise.all([call(api.webhooks.list), call(api.webhooks.deliveries, { params: { id }, query: { cursor: trail.cursor } }), memberSession()]);
  const webhook = webhooks.find((one) => one.id === id) ?? notFound();
  return <WebhookPage webhook={webhook} deliveries={items} trail={trail} next={next_cursor} mayKeep={mayKeepWebhooks(tenant)} />;
};

export default withWords(Page, 'webhooks');
