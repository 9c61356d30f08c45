'use client';
import { api } from '@inkproof/contract';
import { browserApi } from '../../browser-api';
import { TakeOverButton } from '../tickets/take-over-button';

/** Takes over a call because nothing proves that tickets are taken. */
export const TakeOverGap = () => <TakeOverButton take={() => browserApi(api.intakeGap.takeOver)} />;
