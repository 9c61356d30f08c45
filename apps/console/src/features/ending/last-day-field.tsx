import { TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { textOf } from '../dialogs/text-of';

export interface LastDays {
  earliest: string;
  latest: string;
}

/** The last day that fields ask for, or null where it lies too early or too late. */
export const lastDayIn = (fields: FormData, { earliest, latest }: LastDays): string | null => {
  const day = textOf(fields, 'last_day');
  return day >= earliest && day <= latest ? day : null;
};

/** The last day of a service, Beijing time. */
export const LastDayField = ({ days, hint, isUnfit }: { days: LastDays; hint: string; isUnfit: boolean }) => {
  const t = useTranslations('ending.dayField');
  const { earliest, latest } = days;
  return <TextField label={t('label')} name="last_day" type="date" min={earliest} max={latest} defaultValue={earliest} hint={hint} error={isUnfit && t('wrong', { earliest, latest })} />;
};
