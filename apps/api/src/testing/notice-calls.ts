import { createHash } from 'node:crypto';
import { api } from '@inkproof/contract';
import { SortableIds } from '@inkproof/kernel';
import { seal } from '@inkproof/platform';
import type { Calls } from './call.js';
import { send } from './sending.js';
import type { World } from './world.js';

const ids = new SortableIds();

/** A notice that was mailed, as its sender leaves it. */
const mailed = async ({ owner, one, masterKey }: World): Promise<string> => {
  const [mail, delivery] = [ids.next('mal'), ids.next('ndl')];
  const message = Buffer.from('Subject: x\r\n\r\nx\r\n');
  const { sealed, sealedKey } = seal(masterKey, `${mail} message`, message);
  await owner.query('INSERT INTO mail_archive (mail_id, tenant_id, kept_at, sha256, sealed, sealed_key) VALUES ($1, $2, clock_timestamp(), $3, $4, $5)', [mail, one.id, createHash('sha256').update(message).digest('hex'), Buffer.from(sealed), Buffer.from(sealedKey)]);
  await owner.query(
    `INSERT INTO notice_delivery (id, notice_id, tenant_id, person_id, channel, kind, owed, created_at, state, carrier_id) VALUES ($1, $2, $3, $1, 'mail', 'change.accepted', true, clock_timestamp(), 'accepted', $4)`,
    [delivery, one.ids['ntc'], one.id, mail],
  );
  return delivery;
};

/** What is done with notices. */
export const noticeCalls: Calls = {
  'adminNotices.message mail.opened': async (world) => {
    const id = await mailed(world);
    return () => send(world, api.adminNotices.message, world.staff.compliance, { params: { id } });
  },
};
