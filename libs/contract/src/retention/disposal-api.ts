import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { DISPOSAL_JSON_MAX_BYTES, DisposalCertificate, DisposalRequest, disposalFileTypes, MediaDisposal } from './disposal.js';

const path = '/v1/admin/media-disposals';
const DisposalId = z.object({ id: idOf('mdp') });
const reading = ['request.invalid', 'disposal.not_found'] as const;

/** The register of media that left service: what was done to them, by whom, before whom, and the certificate of it. */
export const disposalApi = {
  enter: endpoint({
    method: 'POST',
    path,
    summary: 'Enter a medium that left service',
    description: 'Whoever did it enters it, with the evidence, and a second person who saw it confirms that under `/v1/admin/approvals`. Entries are never changed: a wrong one is set right by another that names it in `corrects`.',
    access: permitted('disposal.keep'),
    stepUp: true,
    audit: ['disposal.entered', 'approval.requested'],
    body: DisposalRequest,
    jsonMaxBytes: DISPOSAL_JSON_MAX_BYTES,
    status: 201,
    reply: MediaDisposal,
    problems: ['request.invalid', 'request.too_large', 'tenant.not_found', 'disposal.not_found', 'disposal.not_yet'],
  }),
  list: endpoint({ method: 'GET', path, summary: 'The register of media that left service', access: permitted('disposal.read'), query: ListQuery, status: 200, reply: listOf(MediaDisposal).meta({ id: 'MediaDisposalList' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read an entry', access: permitted('disposal.read'), params: DisposalId, status: 200, reply: MediaDisposal, problems: reading }),
  file: endpoint({
    method: 'GET',
    path: `${path}/{id}/files/{file}`,
    summary: 'Open a file of the evidence',
    access: permitted('disposal.read'),
    params: DisposalId.extend({ file: idOf('mdf') }),
    status: 200,
    reply: z.object({ name: z.string(), media_type: z.enum(disposalFileTypes), base64: z.string() }).meta({ id: 'DisposalFileContent' }),
    problems: reading,
  }),
  certificate: endpoint({
    method: 'GET',
    path: `${path}/{id}/certificate`,
    summary: 'The certificate of a medium that left service',
    description: 'Signed, to be verified offline. It exists only once a second person confirmed the entry.',
    access: permitted('disposal.read'),
    params: DisposalId,
    query: z.object({ format: z.enum(['json', 'pdf']).optional() }),
    status: 200,
    reply: DisposalCertificate,
    formats: { pdf: 'application/pdf' },
    problems: [...reading, 'disposal.not_certified'],
  }),
};
