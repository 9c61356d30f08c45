import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { FiguresPage } from '../../../../../features/desk-figures/figures-page';
import { readFigureQuery } from '../../../../../features/desk-figures/figure-query';
import { pageTitle } from '../../../../../words/page-title';

export const generateMetadata = pageTitle('deskFigures');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/figures'>) => {
  const asked = readFigureQuery(await searchParams);
  return <FiguresPage figures={await call(api.deskFigures.read, { query: asked })} />;
};

export default Page;
