import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MoreWords } from './more-words';
import { pickWords, type Area } from './pick-words';

/**
 * A page or layout with the words of its client leaves: `export default withWords(Page, 'keys')`. No other words are sent to
 * the browser, and `sent-words.spec.ts` knows from the imports which they have to be.
 */
export const withWords = <Props extends object>(Part: (props: Props) => ReactNode | Promise<ReactNode>, ...areas: readonly Area[]) => {
  const WithWords = async (props: Props) => (
    <MoreWords words={pickWords(await getMessages(), areas)}>
      <Part {...props} />
    </MoreWords>
  );
  return WithWords;
};
