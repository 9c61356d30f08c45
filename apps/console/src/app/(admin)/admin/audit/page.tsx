import { api, idOf } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import { call } from '../../../../api';
import { AuditPage } from '../../../../features/audit/audit-page';
import { readFilter, searchOf } from '../../../../features/audit/audit-query';
import { Chains } from '../../../../features/audit/chains';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('audit');

const PER_PAGE = 50;

const Page = async ({ searchParams }: PageProps<'/admin/audit'>) => {
  const params = await searchParams;
  const [filter, trail, chain] = [readFilter(params), readTrail(params), idOf('ten').safeParse(params['chain']).data ?? ('provider' as const)];
  const [{ items: chains }, page, verification, t] = await Promise.all([
    call(api.adminAudit.chains),
    call(api.adminAudit.list, { query: { ...searchOf(filter), chain, cursor: trail.cursor, limit: PER_PAGE } }),
    call(api.adminAudit.verify, { query: { chain } }),
    getTranslations('audit'),
  ]);
  return (
    <AuditPage page={page} verification={verification} filter={filter} trail={trail} base="/admin/audit" chain={chain} lede={t('adminLede')}>
      <Chains chains={chains} chain={chain} />
    </AuditPage>
  );
};

export default withWords(Page, 'audit.proof');
