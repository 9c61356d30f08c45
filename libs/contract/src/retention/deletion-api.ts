import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { Deletion, DeletionCertificate, deletionOrigins, DeletionPreview, DeletionRequest, DeletionSelection } from './deletion.js';

const DeletionId = z.object({ id: idOf('del') });

export const deletionApi = {
  preview: endpoint({
    method: 'POST',
    path: '/v1/deletions/preview',
    summary: 'See what a deletion would erase',
    description: 'What would go, and what would stay and why. Nothing is touched.',
    access: permitted('recognition.erase'),
    scope: 'erase',
    audit: { none: 'It only looks; a selection does not fit into an address' },
    body: z.strictObject({ selection: DeletionSelection }).meta({ id: 'DeletionLook' }),
    status: 200,
    reply: DeletionPreview,
    problems: ['request.invalid'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/v1/deletions',
    summary: 'Erase things for good',
    description: '无法复原: once it has begun nobody can undo it, and there is no way back from it. It begins within seconds, or after the days you choose, and ends with a signed certificate.',
    access: permitted('deletion.ask'),
    stepUp: true,
    audit: 'deletion.requested',
    body: DeletionRequest,
    status: 202,
    reply: Deletion,
    problems: ['request.invalid', 'deletion.changed'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/deletions',
    summary: 'List deletions',
    description: 'Newest first: those that somebody asked for, and what merely expired.',
    access: permitted('deletion.read'),
    scope: 'erase',
    query: ListQuery.extend({ origin: z.enum(deletionOrigins).optional() }),
    status: 200,
    reply: listOf(Deletion).meta({ id: 'DeletionList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/v1/deletions/{id}',
    summary: 'See how a deletion is doing',
    access: permitted('deletion.read'),
    scope: 'erase',
    params: DeletionId,
    status: 200,
    reply: Deletion,
    problems: ['request.invalid', 'deletion.not_found'],
  }),
  certificate: endpoint({
    method: 'GET',
    path: '/v1/deletions/{id}/certificate',
    summary: 'The certificate of a deletion',
    description: 'Signed, to be verified offline. It exists only once everything was verified to be gone.',
    access: permitted('deletion.read'),
    scope: 'erase',
    params: DeletionId,
    query: z.object({ format: z.enum(['json', 'pdf']).optional() }),
    status: 200,
    reply: DeletionCertificate,
    formats: { pdf: 'application/pdf' },
    problems: ['request.invalid', 'deletion.not_found', 'deletion.not_certified'],
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/v1/deletions/{id}',
    summary: 'Cancel a deletion that has not begun',
    access: permitted('deletion.ask'),
    audit: 'deletion.cancelled',
    params: DeletionId,
    status: 200,
    reply: Deletion,
    problems: ['request.invalid', 'deletion.not_found', 'deletion.begun'],
  }),
};
