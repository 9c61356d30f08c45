import type { PublicFiles } from '@inkproof/platform';
import { statusFiles } from '../page/status-files.js';
import type { MakeStatus } from './make-status.js';

/** Lays the status page down, where it is served without us. */
export class PublishStatus {
  constructor(
    private readonly making: MakeStatus,
    private readonly place: PublicFiles,
  ) {}

  async once(): Promise<number> {
    await this.place.put(statusFiles(await this.making.now()));
    return 0;
  }
}
