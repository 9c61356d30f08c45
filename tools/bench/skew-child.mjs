// One node of the bench `skew`: its clock is wrong by what it is told, from before anything else is loaded.
const [skewMs] = process.argv.slice(2).map(Number);
const RightDate = Date;
globalThis.Date = class extends RightDate {
  constructor(...given) {
    if (given.length) super(...given);
    else super(RightDate.now() + skewMs);
  }
  static now = () => RightDate.now() + skewMs;
};

const { setTimeout: sleep } = await import('node:timers/promises');
const { Database } = await import('@inkproof/platform');
const { PostgresLimiter, RedisLimiter, RedisRings } = await import('@inkproof/quota');
const { instantUs } = await import('./accepted.mjs');

const limiterOf = (store, { appUrl, redisUrl }) => {
  const database = new Database({ url: appUrl, pool: 10 });
  const postgres = new PostgresLimiter(database);
  const limiter = store === 'redis' ? new RedisLimiter(new RedisRings({ url: redisUrl, onTrouble: () => {} }), postgres) : postgres;
  return { limiter, close: async () => (await limiter.close(), await database.close()) };
};

process.on('disconnect', () => process.exit());
process.once('message', async ({ store, tenantId, perSecond, seconds, ...where }) => {
  const { limiter, close } = limiterOf(store, where);
  const take = (lease) => limiter.take({ tenantId, environment: 'live', key: null, pages: 0, inFlight: false, lease });
  while (!(await take('lea_first').then(() => true, () => false))) await sleep(50);
  process.send({ ready: true });
  await new Promise((resolve) => process.once('message', resolve));
  // Calls start on the clock that only runs forward, whether the ones before them were answered or not.
  const startedMs = performance.now();
  const acceptedUs = [];
  let failed = 0;
  const waiting = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const early = startedMs + (i * 1_000) / perSecond - performance.now();
    if (early > 1) await sleep(early);
    waiting.push(take(`lea_${process.pid}_${i}`).then((verdict) => void (verdict.accepted && acceptedUs.push(instantUs(verdict))), () => failed++));
  }
  await Promise.all(waiting);
  await close();
  process.send({ acceptedUs, failed, clockMs: Date.now() });
});
