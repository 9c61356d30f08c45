import type { Recognition } from '@inkproof/contract';
import type { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReliedFiling } from './relied-filing';

/** What a recognition relied on, and what was found in it that had not been declared. */
export const personalFacts = (information: Recognition['personal_information'], t: ReturnType<typeof useTranslations<'personal'>>): [ReactNode, ReactNode][] => {
  if (!information) return [];
  const { relied_on: relied, undeclared } = information;
  const named = (categories: readonly { category: (typeof undeclared)[number]['category'] }[]): string => categories.map(({ category }) => t(`category.${category}`)).join(t('comma'));
  return [
    [
      t('relied'),
      relied ? (
        <span key="relied">
          <ReliedFiling filing={relied.filing} version={relied.version} />
          {relied.authorization ? <div className="mono">{relied.authorization}</div> : null}
          <div className="sub s13">{named(relied.categories.map((category) => ({ category })))}</div>
        </span>
      ) : (
        t('reliedNone')
      ),
    ],
    [t('found'), undeclared.length ? named(undeclared) : t('foundNone')],
  ];
};
