'use client';
import { api, type DeskTicket } from '@inkproof/contract';
import { browserApi } from '../../browser-api';
import { TakeOverButton } from './take-over-button';

/** Takes over a call to a ticket. */
export const TakeOver = ({ id }: { id: DeskTicket['id'] }) => <TakeOverButton take={() => browserApi(api.adminTickets.takeOver, { params: { id } })} />;
