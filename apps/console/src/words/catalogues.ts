import { en } from './en/index';
import { zhCN } from './zh-CN/index';

/** Every sentence a person reads, by language. Chinese is written first and sets the shape. */
export const catalogues = { 'zh-CN': zhCN, en } as const;
