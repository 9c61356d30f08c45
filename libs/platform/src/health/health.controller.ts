import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { api, type Health } from '@inkproof/contract';
import type { Response } from 'express';
import { Answers } from '../http/endpoint.js';
import { Metrics } from '../metrics/metrics.js';
import { HealthChecks } from './health-checks.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(HealthChecks) private readonly checks: HealthChecks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Answers(api.health.live)
  live(): Health {
    return { status: 'ok', checks: {} };
  }

  @Answers(api.health.ready)
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.checks.run();
    if (health.status === 'down') response.status(503);
    return health;
  }

  @Get('/metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  count(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
