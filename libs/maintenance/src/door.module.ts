import { Logger, Module } from '@nestjs/common';
import { Database, News, wire } from '@inkproof/platform';
import { AskDoor } from './actions/ask-door.js';
import { KeepDoor } from './actions/keep-door.js';
import { WindowStore } from './store/window-store.js';

/** What is shut now, in the memory of a node: for what answers calls, and for what works off the queue. */
@Module({
  providers: [
    wire(WindowStore),
    {
      provide: KeepDoor,
      inject: [Database, WindowStore, News],
      useFactory: (database: Database, store: WindowStore, news: News) => {
        const log = new Logger(KeepDoor.name);
        return new KeepDoor(database, store, news, (error) => log.error('windows of maintenance could not be looked at', (error as Error).stack));
      },
    },
    wire(AskDoor, KeepDoor, Database),
  ],
  exports: [WindowStore, KeepDoor, AskDoor],
})
export class DoorModule {}
