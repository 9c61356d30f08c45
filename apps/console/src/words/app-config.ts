import type { Locale } from '../features/preferences/locale';
import type { zhCN } from './zh-CN/index';

/** A key that is in no catalogue does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof zhCN;
  }
}
