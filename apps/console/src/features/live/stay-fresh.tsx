'use client';
import { api, ProblemError } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useNews } from './use-news';

/** While news arrive by themselves, a page looks this seldom. */
const AT_LEAST_EVERY_SECONDS = 30;

/**
 * Draws the page again every so often while somebody looks at it, and at once where `news` names a stream that says so.
 * It asks the API first: a page drawn again while nothing answers would be replaced by the browser's own error page, and with it the last figures known.
 */
export const StayFresh = ({ everySeconds, news }: { everySeconds: number; news?: string }) => {
  const t = useTranslations('common');
  const router = useRouter();
  const [isStale, setStale] = useState(false);
  const isTold = useNews(news, () => {
    setStale(false);
    router.refresh();
  });
  const seconds = isTold ? AT_LEAST_EVERY_SECONDS : everySeconds;
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answered = await browserApi(api.session.current).then(
        () => true,
        (error: unknown) => error instanceof ProblemError && error.problem.status === 401,
      );
      setStale(!answered);
      if (answered) router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, router]);
  return (
    <span className="row small" role="status">
      <span className={isStale ? 'dot dot-zhe' : 'dot dot-lv'} aria-hidden="true" />
      {isStale ? t('stale') : t('live')}
    </span>
  );
};
