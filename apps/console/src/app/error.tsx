'use client';
import { BareFaultPage } from '../features/faults/fault-page';

export default BareFaultPage;
