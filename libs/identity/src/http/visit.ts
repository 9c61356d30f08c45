import type { Request } from 'express';
import type { Visit } from '../actions/sign-in.js';
import { deviceOf } from '../model/device.js';

/** From where somebody comes, as far as the request tells. */
export const visitOf = (request: Request): Visit => ({ address: request.ip ?? '', device: deviceOf(request.headers['user-agent'] ?? ''), requestId: (request as Request & { id: string }).id });
