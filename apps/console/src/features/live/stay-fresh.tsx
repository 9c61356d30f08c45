'use client';
import { api, ProblemError } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';

/**
 * Draws the page again every so often while somebody looks at it.
 * It asks the API first: a page drawn again while nothing answers would be replaced by the browser's own error page, and with it the last figures known.
 */
export const StayFresh = ({ everySeconds }: { everySeconds: number }) => {
  const t = useTranslations('common');
  const router = useRouter();
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answered = await browserApi(api.session.current).then(
        () => true,
        (error: unknown) => error instanceof ProblemError && error.problem.status === 401,
      );
      setStale(!answered);
      if (answered) router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds, router]);
  return (
    <span className="row small" role="status">
      <span className={isStale ? 'dot dot-zhe' : 'dot dot-lv'} aria-hidden="true" />
      {isStale ? t('stale') : t('live')}
    </span>
  );
};
