import { SortableIds } from '@inkproof/kernel';
import { PROVIDER } from '@inkproof/platform';
import type { World } from './world.js';

const ids = new SortableIds();

/** A mail of somebody's that waits at the desk until it is said whose it is. */
export const holdMail = async ({ owner, drawers }: Pick<World, 'owner' | 'drawers'>, email: string): Promise<string> => {
  const id = ids.next('hml');
  const drawer = await drawers.of(PROVIDER, `held mail ${id}`);
  const [words, files] = [drawer.seal(id, Buffer.from(JSON.stringify({ subject: 'x', words: 'x', checked: 'x', files: [] }))), drawer.seal(`${id} files`, Buffer.from('[]'))];
  await owner.query('INSERT INTO held_mail (id, person_id, at, sealed, sealed_files) SELECT $1, id, clock_timestamp(), $3, $4 FROM person WHERE email = $2', [id, email, Buffer.from(words), Buffer.from(files)]);
  return id;
};
