import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { zhCN } from './zh-CN/index';

/** The name of a page in the browser's tab: `export const generateMetadata = pageTitle('keys')`. */
export const pageTitle = (page: keyof typeof zhCN.titles) => async (): Promise<Metadata> => ({ title: (await getTranslations('titles'))(page) });
