// Writes docs/openapi.json from the contract. A spec fails when the committed file differs.
import fs from 'node:fs';
import { openApi } from '../libs/contract/dist/index.js';

const { version } = JSON.parse(fs.readFileSync(new URL('../apps/api/package.json', import.meta.url), 'utf8'));
fs.writeFileSync(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(version), null, 2)}\n`);
console.log('wrote docs/openapi.json');
