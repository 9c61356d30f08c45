import { api } from '@inkproof/contract';
import { addDays, shanghaiDay } from '@inkproof/kernel';
import { call } from '../../../api';
import { clock } from '../../../clock';
import { mayRecognise } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { readDimension } from '../../../features/usage/dimension';
import { monthsUntil } from '../../../features/usage/months';
import { readSpan } from '../../../features/usage/spans';
import { UsagePage } from '../../../features/usage/usage-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('usage');

const Page = async ({ searchParams }: PageProps<'/usage'>) => {
  const asked = await searchParams;
  const [span, by] = [readSpan(asked.days), readDimension(asked.by)];
  const to = shanghaiDay(clock.now());
  const [usage, limits, terms, { tenant }] = await Promise.all([call(api.usage.usage, { query: { from: addDays(to, 1 - span), to, by } }), call(api.usage.limits), call(api.quota.terms), memberSession()]);
  // The first term began with the tenant.
  const months = monthsUntil(to, terms.items.at(-1)?.effective_from ?? to);
  return <UsagePage usage={usage} limits={limits} terms={terms} span={span} by={by} months={months} mayRecognise={mayRecognise(tenant)} />;
};

export default withWords(Page, 'quota');
