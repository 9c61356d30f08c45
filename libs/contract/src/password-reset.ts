import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { PersonLocale } from './invitation.js';
import { permitted } from './permission.js';
import { Password } from './session.js';

export const passwordResetApi = {
  ask: endpoint({
    method: 'POST',
    path: '/v1/password-resets',
    summary: 'Ask for a new password by mail',
    description: 'Answers alike, and as fast, whether or not the address has an account here. The link works once, for half an hour.',
    access: permitted('public'),
    audit: 'password.reset_asked',
    body: z.strictObject({ email: z.email().max(254), locale: PersonLocale.default('zh-CN') }).meta({ id: 'PasswordResetRequest' }),
    status: 204,
    problems: ['request.invalid', 'session.throttled'],
  }),
  use: endpoint({
    method: 'POST',
    path: '/v1/password-resets/use',
    summary: 'Set a new password by the link in the mail',
    description: 'Ends every session of the person, and signs nobody in.',
    access: permitted('public'),
    audit: 'password.reset',
    body: z.strictObject({ token: z.string().min(20).max(100).describe('What stands behind the # of the link'), password: Password }).meta({ id: 'PasswordResetUse' }),
    status: 204,
    problems: ['request.invalid', 'password.reset_void', 'session.throttled'],
  }),
};
