const widths = [63, 45, 55, 36, 49, 58, 41, 52];

/** Lines that stand where rows will stand, so nothing jumps when they arrive. */
export const SkeletonRows = ({ rows = 6, label }: { rows?: number; label: string }) => (
  <div className="sk-rows" role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className="row btw">
        <span className="sk" style={{ width: `${widths[index % widths.length]}%` }} />
        <span className="sk" style={{ width: '12%' }} />
      </div>
    ))}
  </div>
);

/** A whole page that is still being fetched: a title over its rule, then rows. */
export const SkeletonPage = ({ title, label, rows }: { title: string; label: string; rows?: number }) => (
  <>
    <div className="mast">
      <div className="grow">
        <h1>{title}</h1>
        <span className="sk sk-lede" />
      </div>
    </div>
    <SkeletonRows rows={rows} label={label} />
  </>
);
