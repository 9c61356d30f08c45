import { Controller, Inject } from '@nestjs/common';
import { api, type Status } from '@inkproof/contract';
import { Answers } from '@inkproof/platform';
import { TellStatus } from '../actions/tell-status.js';

@Controller()
export class StatusController {
  constructor(@Inject(TellStatus) private readonly status: TellStatus) {}

  @Answers(api.status.read)
  read(): Promise<Status> {
    return this.status.recent();
  }
}
