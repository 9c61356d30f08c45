import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What this node counts, in Prometheus' text form at /metrics. No label names a tenant or a person. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({ name: 'inkproof_http_request_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [this.registry] });
  readonly recognitions = new Counter({ name: 'inkproof_recognitions_total', help: 'Calls to recognise by what became of them', labelNames: ['outcome', 'code'], registers: [this.registry] });
  readonly pages = new Counter({ name: 'inkproof_pages_total', help: 'Pages read', registers: [this.registry] });
  readonly reading = new Histogram({ name: 'inkproof_reading_seconds', help: 'Time a reading took, queue included', buckets: SECONDS, registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'inkproof_' });
  }

  /** A number that is looked up whenever somebody asks for the metrics. */
  observe(name: string, help: string, look: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await look());
      },
    });
  }
}
