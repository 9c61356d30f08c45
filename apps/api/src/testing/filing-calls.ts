import { api, type Endpoint } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import type { Calls, Preparing } from './call.js';
import { send } from './sending.js';
import type { Credentials, World } from './world.js';

const [A, B, C] = ['您的姓名', '您同意将单据传输给 Inkproof 进行文字识别', '您同意 Inkproof 将识别结果返回给我们'];
const text = `我们处理以下个人信息：${A}。\n${B}。\n${C}。`;
const span = (clause: string, words: string) => ({ clause, begins: text.indexOf(words), ends: text.indexOf(words) + words.length });

/** With every element, so that a contract is all that is still asked for. */
export const filingBody = {
  name: '签收授权书',
  text,
  language: 'zh-CN',
  effective_on: '2026-12-01',
  media: ['communication_record'],
  identity_binding: '实名企业微信',
  categories: ['name'],
  purpose: '核验签收',
  method: '文字识别',
  retention_days: 0,
  controller_name: 'one',
  controller_contact: 'privacy@one.example',
  rights: '写信至 privacy@one.example',
  spans: [span('a', A), span('b', B), span('c', C)],
};
export const contractFile = { kind: 'contract', name: 'contract.png', base64: Buffer.from('\x89PNG\r\n\x1a\n a contract', 'latin1').toString('base64') };

interface Filed {
  id: string;
  version: string;
  text_sha256: string;
}

const officer = (world: World): Credentials => world.one.roles.privacy;
const reviewer = (world: World): Credentials => world.staff.compliance;

const draftedBy = async (world: Pick<World, 'url'>, who: Credentials): Promise<Filed> => {
  const { body } = await send(world, api.filings.create, who, { body: filingBody });
  const { id: version, filing, text_sha256 } = body as { id: string; filing: { id: string }; text_sha256: string };
  return { id: filing.id, version, text_sha256 };
};
const drafted = (world: World) => draftedBy(world, officer(world));
const withFile = async (world: World): Promise<Filed & { file: string }> => {
  const filed = await drafted(world);
  const { body } = await send(world, api.filings.addFile, officer(world), { params: { id: filed.id }, body: contractFile });
  return { ...filed, file: String(body['id']) };
};
const submitted = async (world: World): Promise<Filed> => {
  const filed = await withFile(world);
  await send(world, api.filings.submit, officer(world), { params: { id: filed.id } });
  return filed;
};
const decision = (endpoint: Endpoint, make = submitted): Preparing => async (world) => {
  const { version, text_sha256 } = await make(world);
  return () => send(world, endpoint, reviewer(world), { params: { version }, body: { text_sha256, words: 'Read' } });
};
const successor = async (world: World): Promise<Filed> => {
  const { id, version, text_sha256 } = await submitted(world);
  await send(world, api.adminFilings.accept, reviewer(world), { params: { version }, body: { text_sha256 } });
  const { body } = await send(world, api.filings.revise, officer(world), { params: { id }, body: {} });
  await send(world, api.filings.change, officer(world), { params: { id }, body: { effective_on: '2026-11-01' } });
  await send(world, api.filings.addFile, officer(world), { params: { id }, body: contractFile });
  await send(world, api.filings.submit, officer(world), { params: { id } });
  return { id, version: String(body['id']), text_sha256 };
};

/** Filed texts and what the provider decides on them. */
export const filingCalls: Calls = {
  'filings.create filing.drafted': async (world) => () => send(world, api.filings.create, officer(world), { body: filingBody }),
  'filings.revise filing.drafted': async (world) => {
    const { id, version } = await submitted(world);
    await send(world, api.filings.withdraw, officer(world), { params: { id, version }, body: { reason: 'x' } });
    return () => send(world, api.filings.revise, officer(world), { params: { id }, body: {} });
  },
  'filings.change filing.changed': async (world) => {
    const { id } = await drafted(world);
    return () => send(world, api.filings.change, officer(world), { params: { id }, body: { purpose: 'another' } });
  },
  'filings.discard filing.discarded': async (world) => {
    const { id } = await withFile(world);
    return () => send(world, api.filings.discard, officer(world), { params: { id } });
  },
  'filings.addFile filing.file_added': async (world) => {
    const { id } = await drafted(world);
    return () => send(world, api.filings.addFile, officer(world), { params: { id }, body: contractFile });
  },
  'filings.removeFile filing.file_removed': async (world) => {
    const { id, file } = await withFile(world);
    return () => send(world, api.filings.removeFile, officer(world), { params: { id, file } });
  },
  'filings.submit filing.submitted': async (world) => {
    const { id } = await withFile(world);
    return () => send(world, api.filings.submit, officer(world), { params: { id } });
  },
  'filings.withdraw filing.withdrawn': async (world) => {
    const { id, version } = await submitted(world);
    return () => send(world, api.filings.withdraw, officer(world), { params: { id, version }, body: { reason: 'Not used any more' } });
  },
  'filings.export filing.exported': async (world) => {
    const { id } = await submitted(world);
    return () => send(world, api.filings.export, officer(world), { params: { id }, query: { on: shanghaiDay(new Date()) } });
  },
  'adminFilings.export filing.exported': async (world) => {
    const { version } = await submitted(world);
    return () => send(world, api.adminFilings.export, reviewer(world), { params: { version }, query: { on: shanghaiDay(new Date()), reason: 'x' } });
  },
  'filings.comment filing.commented': async (world) => {
    const { id, version } = await submitted(world);
    return () => send(world, api.filings.comment, officer(world), { params: { id, version }, body: { words: 'A word' } });
  },
  'adminFilings.comment filing.commented': async (world) => {
    const { version } = await submitted(world);
    return () => send(world, api.adminFilings.comment, reviewer(world), { params: { version }, body: { words: 'A word' } });
  },
  'adminFilings.requestCorrection filing.correction_requested': decision(api.adminFilings.requestCorrection),
  'adminFilings.accept filing.accepted': decision(api.adminFilings.accept),
  'adminFilings.accept filing.superseded': decision(api.adminFilings.accept, successor),
  'adminFilings.refuse filing.refused': decision(api.adminFilings.refuse),
};

/** A filing in force, with one file. */
export const acceptedFiling = async (world: Pick<World, 'url'>, owner: Credentials, staff: Credentials): Promise<{ flg: string; flv: string; fil: string }> => {
  const { id, version, text_sha256 } = await draftedBy(world, owner);
  const { body: file } = await send(world, api.filings.addFile, owner, { params: { id }, body: contractFile });
  await send(world, api.filings.submit, owner, { params: { id } });
  const { status, body } = await send(world, api.adminFilings.accept, staff, { params: { version }, body: { text_sha256 } });
  if (status !== 200) throw new Error(`A filing was not accepted: ${JSON.stringify(body)}`);
  return { flg: id, flv: version, fil: String(file['id']) };
};
