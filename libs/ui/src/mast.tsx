import type { ReactNode } from 'react';

/** The title of a page over 文武线, a thick rule with a thin one under it. Once on a page. */
export const Mast = ({ title, lede, actions }: { title: ReactNode; lede?: ReactNode; actions?: ReactNode }) => (
  <div className="mast">
    <div className="grow">
      <h1>{title}</h1>
      {lede ? <p className="lede">{lede}</p> : null}
    </div>
    {actions ? <div className="acts">{actions}</div> : null}
  </div>
);
