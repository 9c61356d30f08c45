import { api, type Endpoint } from '@inkproof/contract';
import type { Calls, Preparing } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

let count = 0;
const owner = (world: World) => world.one.roles.owner;
const request = (world: World, kind = 'access') => made(send(world, api.subjectRequests.create, owner(world), { body: { kind, words: 'x' } }));

/** A request whose work has begun, and its first task. */
const begun = async (world: World): Promise<{ id: string; task: string }> => {
  const id = await request(world);
  await send(world, api.subjectRequests.identify, owner(world), { params: { id }, body: { method: 'in_person' } });
  const { body } = await send(world, api.subjectRequests.begin, owner(world), { params: { id } });
  return { id, task: (body['tasks'] as { id: string }[])[0]!.id };
};

const answering = (outcome: string): Preparing => async (world) => {
  const { id, task } = await begun(world);
  await send(world, api.subjectRequests.settle, owner(world), { params: { id, task }, body: { state: 'done' } });
  return () => send(world, api.subjectRequests.answer, owner(world), { params: { id }, body: { outcome, reason: 'x' } });
};

const form = async (world: World) => {
  const { body } = await send(world, api.subjectRequests.desk, owner(world));
  return { slug: String(body['slug']), asked: { kind: 'access', words: 'x', email: `somebody${++count}@person.example` } };
};

const beginning: Preparing = async (world) => {
  const subject = `customer ${++count}`;
  await made(send(world, api.authorizations.create, owner(world), { body: { filing: world.one.ids['flg'], subject, given_at: '2026-11-01T00:00:00Z', media: ['web_operation'] } }));
  const id = await request(world, 'withdraw');
  await send(world, api.subjectRequests.identify, owner(world), { params: { id }, body: { method: 'in_person', subject } });
  return () => send(world, api.subjectRequests.begin, owner(world), { params: { id } });
};

const BY_LINK = 'Needs the link that only the mail holds; the specs of requests have it, and a journey follows it';

const announcing = (world: World) => send(world, api.adminInspections.announce, world.staff.compliance, { body: { tenant: world.one.id, size: 1, reason: 'x' } });
const drawn = async (world: World): Promise<{ id: string; item: string }> => {
  const id = await made(announcing(world));
  const { body } = await send(world, api.adminInspections.draw, world.staff.compliance, { params: { id } });
  return { id, item: (body['sample'] as { id: string }[])[0]!.id };
};
const file = { kind: 'original', name: 'x', media_type: 'text/plain', base64: 'AAAA' };
const shown = async (world: World) => {
  const which = await drawn(world);
  const { body } = await send(world, api.inspections.addFile, owner(world), { params: which, body: file });
  return { ...which, file: (body['files'] as { id: string }[])[0]!.id };
};
const judging = async (world: World) => {
  const which = await drawn(world);
  await send(world, api.inspections.answer, owner(world), { params: which, body: { unable: 'x' } });
  return which;
};
const onItem = (endpoint: Endpoint, who: (world: World) => Record<string, string>, body?: unknown): Preparing => async (world) => {
  const params = await drawn(world);
  return () => send(world, endpoint, who(world), { params, body });
};

/** What people ask, and what is drawn. */
export const consentCalls: Calls = {
  'subjectRequests.create subject_request.received': async (world) => () => send(world, api.subjectRequests.create, owner(world), { body: { kind: 'copy', words: 'x' } }),
  'subjectRequests.identify subject_request.identified': async (world) => {
    const id = await request(world);
    return () => send(world, api.subjectRequests.identify, owner(world), { params: { id }, body: { method: 'in_person', subject: 'x' } });
  },
  'subjectRequests.begin subject_request.began': beginning,
  'subjectRequests.begin authorization.withdrawn': beginning,
  'subjectRequests.settle subject_request.task_settled': async (world) => {
    const params = await begun(world);
    return () => send(world, api.subjectRequests.settle, owner(world), { params, body: { state: 'done' } });
  },
  'subjectRequests.settle deletion.requested': async (world) => {
    const id = await request(world, 'delete');
    await send(world, api.subjectRequests.identify, owner(world), { params: { id }, body: { method: 'in_person', subject: `customer ${++count}` } });
    const { body } = await send(world, api.subjectRequests.begin, owner(world), { params: { id } });
    const task = (body['tasks'] as { id: string; kind: string }[]).find(({ kind }) => kind === 'erase_results')!.id;
    return () => send(world, api.subjectRequests.settle, owner(world), { params: { id, task }, body: { state: 'done' } });
  },
  'subjectRequests.extend subject_request.extended': async (world) => {
    const id = await request(world);
    return () => send(world, api.subjectRequests.extend, owner(world), { params: { id }, body: { days: 5, reason: 'x' } });
  },
  'subjectRequests.answer subject_request.answered': answering('answered'),
  'subjectRequests.answer subject_request.refused': answering('refused'),
  'subjectRequests.answer subject_request.withdrawn': answering('withdrawn'),
  'subjectRequests.changeDesk request_desk.changed': async (world) => () => send(world, api.subjectRequests.changeDesk, owner(world), { body: { answer_days: 10 + (++count % 20) } }),
  'requestForms.send subject_request.received': async (world) => {
    const { slug, asked } = await form(world);
    return () => send(world, api.requestForms.send, {}, { params: { slug }, body: asked });
  },
  'requestForms.confirm subject_request.confirmed': BY_LINK,
  'requestForms.withdraw subject_request.withdrawn': BY_LINK,
  'adminRequests.forward subject_request.forwarded': async (world) => () => send(world, api.adminRequests.forward, world.staff.support, { body: { tenant: world.one.id, kind: 'access', words: 'x', email: 'lost@person.example' } }),
  'inspections.answer inspection.item_answered': onItem(api.inspections.answer, owner, { words: 'x' }),
  'inspections.addFile inspection.file_added': onItem(api.inspections.addFile, owner, file),
  'inspections.removeFile inspection.file_removed': async (world) => {
    const params = await shown(world);
    return () => send(world, api.inspections.removeFile, owner(world), { params });
  },
  'adminInspections.announce inspection.announced': async (world) => () => announcing(world),
  'adminInspections.draw inspection.drawn': async (world) => {
      const id = await made(announcing(world));
    return () => send(world, api.adminInspections.draw, world.staff.compliance, { params: { id } });
  },
  'adminInspections.open inspection.item_opened': onItem(api.adminInspections.open, (world) => world.staff.compliance),
  'adminInspections.file inspection.item_opened': async (world) => {
    const params = await shown(world);
    return () => send(world, api.adminInspections.file, world.staff.compliance, { params });
  },
  'adminInspections.judge inspection.item_judged': async (world) => {
    const params = await judging(world);
    return () => send(world, api.adminInspections.judge, world.staff.compliance, { params, body: { verdict: 'not_shown', reason: 'x' } });
  },
  'adminInspections.close inspection.closed': async (world) => {
    const params = await judging(world);
    await send(world, api.adminInspections.judge, world.staff.compliance, { params, body: { verdict: 'not_shown', reason: 'x' } });
    return () => send(world, api.adminInspections.close, world.staff.compliance, { params: { id: params.id }, body: { verdict: 'not_shown', reason: 'x' } });
  },
};
