export interface ChartSeries {
  key: string;
  label: string;
  /** A token of the charts, such as `c1` or `c-warn`. */
  color: string;
}
