// npm run build: installs and builds what is not, and stops there.
import { ensureInstalled } from './parts/install.mjs';

await ensureInstalled();
const { ensureBuilt } = await import('./parts/build.mjs');
if (!ensureBuilt()) console.log('everything is built already');
