import '@inkproof/ui/styles.css';
import './globals.css';
import { Toasts } from '@inkproof/ui';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { chooseTheme, THEME_COOKIE } from '../features/preferences/locale';
import { everywhere } from '../words/everywhere';
import { pickWords } from '../words/pick-words';

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline'), robots: { index: false } };
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover', themeColor: [{ media: '(prefers-color-scheme: light)', color: '#F2F4F3' }, { media: '(prefers-color-scheme: dark)', color: '#0E1113' }] };

/** Language and theme are written into the first byte from their cookies, so nothing flashes. Of the words only those are sent that stand on any page; a page adds its own. */
const Layout = async ({ children }: { children: ReactNode }) => {
  const theme = chooseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const t = await getTranslations('common');
  return (
    <html lang={await getLocale()} data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider messages={pickWords(await getMessages(), everywhere)}>
          <Toasts label={t('toasts')}>{children}</Toasts>
        </NextIntlClientProvider>
      </body>
    </html>
  );
};

export default Layout;
