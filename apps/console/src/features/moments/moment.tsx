import { clock } from '../../clock';
import { momentOf } from '../../words/moments';
import { recentMomentOf } from './recent-moment';

/** A moment, as short as a list allows; the whole of it shows on hover. */
export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at} title={momentOf(at)}>
    {recentMomentOf(at, clock.now())}
  </time>
);
