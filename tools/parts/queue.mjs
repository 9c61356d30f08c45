// pg-boss keeps its queues in a schema of its own. The owner makes it here; the application's login only uses it.
import pg from 'pg';
import { PgBoss } from 'pg-boss';

const SCHEMA = 'pgboss';
/** The least that pg-boss takes. A worker that dies is missed after this long, at most. */
const HEARTBEAT_SECONDS = 10;
const HOUR_SECONDS = 3_600;

const reading = { notify: true, heartbeatSeconds: HEARTBEAT_SECONDS, deleteAfterSeconds: HOUR_SECONDS, retryDelay: 0 };

/** The queues, each after the one it hands over to. Their names are the application's (libs/platform/src/queue/queue.ts). */
const queues = [
  // Documents that several workers in a row died of.
  { name: 'lost-document', notify: true, retryLimit: 1_000, retryDelay: 5, deleteAfterSeconds: HOUR_SECONDS },
  // Documents of jobs: nobody waits. Every retry is a worker that died, a store that went away, or a stop.
  { name: 'document', ...reading, retryLimit: 10, expireInSeconds: 23 * HOUR_SECONDS, deadLetter: 'lost-document' },
  // Calls of nodes without readers: somebody waits, and until the deadline only.
  { name: 'call', ...reading, retryLimit: 1, expireInSeconds: 900, retentionSeconds: 900 },
];

/** Makes or renews the schema and the queues. What was there before stays as it was, jobs included. */
export const installQueues = async (ownerUrl) => {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => {});
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const { name, ...options } of queues) {
      if (known.has(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO inkproof_app; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO inkproof_app; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO inkproof_app`);
  } finally {
    await owner.end();
  }
};
