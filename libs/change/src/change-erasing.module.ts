import { Module } from '@nestjs/common';
import { Database, wire } from '@inkproof/platform';
import { Erase, RetentionModule } from '@inkproof/retention';
import { TellRetention } from './actions/tell-retention.js';

/** What any node that erases has to know of change notices and security notices. */
@Module({ imports: [RetentionModule], providers: [wire(TellRetention, Erase, Database)] })
export class ChangeErasingModule {}
