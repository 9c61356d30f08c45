// Fifty callers at the same moment: some are served, the others are told so at once, and afterwards all is as before.
import { a4 } from '@inkproof/drawn-pages';
import { mib, ms, report } from './figures.mjs';
import { startService } from './service.mjs';

const CALLERS = 50;
const DEADLINE_MS = 30_000;
const service = await startService({ READERS: '2', READER_QUEUE: '16', RECOGNITION_DEADLINE_MS: String(DEADLINE_MS) });
const { file } = await a4('eng', 150);
await service.recognise(file);
let peak = 0;
const looking = setInterval(() => (peak = Math.max(peak, service.residentBytes())), 200);
const answers = await Promise.all(Array.from({ length: CALLERS }, () => service.ask(file)));
clearInterval(looking);
const after = await service.ask(file);
await service.stop();

const counts = Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, some]) => `${some.length} × ${status}`);
const turnedAway = answers.filter(({ status }) => status !== 200);
const told = turnedAway.every(({ status, retryAfter }) => (status === 503 || status === 429) && Number(retryAfter) > 0);
report(`${CALLERS} at once`, counts.join(', '), told, 'the rest are told when to come back');
report('the longest wait', ms(Math.max(...answers.map(({ tookMs }) => tookMs))), answers.every(({ tookMs }) => tookMs <= DEADLINE_MS + 500), `≤ the deadline of ${ms(DEADLINE_MS)}`);
if (turnedAway.length) report('the longest wait for a refusal', ms(Math.max(...turnedAway.map(({ tookMs }) => tookMs))));
report('most memory meanwhile, database aside', mib(peak));
report('one caller afterwards', `${after.status} in ${ms(after.tookMs)}`, after.status === 200, '200');
