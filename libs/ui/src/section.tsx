import { useId, type ReactNode } from 'react';

/** A part of a page: its heading, what stands at the right of it, and the content. */
export const Section = ({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <section className="blk" aria-labelledby={id}>
      <div className="sec">
        <h2 id={id}>{title}</h2>
        {aside ? <div className="right">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
};
