'use client';
import { FaultPage } from '../../features/faults/fault-page';

export default FaultPage;
