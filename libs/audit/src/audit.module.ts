import { Global, Module } from '@nestjs/common';
import { wire } from '@inkproof/platform';
import { Trail } from './actions/trail.js';

@Global()
@Module({ providers: [wire(Trail)], exports: [Trail] })
export class AuditModule {}
