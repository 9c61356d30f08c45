'use client';
import type { DeletionPreview } from '@inkproof/contract';
import { Icon, type IconName } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';

type Line = DeletionPreview['erasable'][number] & { icon: IconName; why: 'goes' | 'kept' | 'held' };

const linesOf = (counts: DeletionPreview['erasable'], icon: IconName, why: Line['why']): Line[] => counts.map((count) => ({ ...count, icon, why }));

/** What would go beside what stays, and why it stays. */
export const PreviewLists = ({ preview: { erasable, kept, held } }: { preview: DeletionPreview }) => {
  const t = useTranslations('retention');
  const format = useFormatter();
  const sides = [
    { key: 'going', lines: linesOf(erasable, 'close', 'goes') },
    { key: 'staying', lines: [...linesOf(kept, 'shield', 'kept'), ...linesOf(held, 'lock', 'held')] },
  ] as const;
  return (
    <div className="rt-sides">
      {sides.map(({ key, lines }) => (
        <section key={key} className={`rt-${key}`}>
          <h3>{t(`preview.${key}`)}</h3>
          {lines.length ? (
            <ul>
              {lines.map(({ record_class: name, count, icon, why }) => (
                <li key={name + why}>
                  <Icon name={icon} />
                  <div className="grow">
                    <p className="row btw">
                      <b>{t(`class.${name}`)}</b>
                      <span className="nw">{t('preview.count', { count: format.number(count) })}</span>
                    </p>
                    <p className="small dim">{t(`preview.${why}`)}</p>
                  </div>
                </li>
              ))}
            </ul>
          ) : (
            <p className="s13 dim rt-nothing">{t(`preview.nothing.${key}`)}</p>
          )}
        </section>
      ))}
    </div>
  );
};
