// Makes the first admin and a demo tenant on an empty install of your own: docker compose run --rm seed.
// `npm start` does the same by itself.
import crypto from 'node:crypto';
import { seed } from './parts/seed.mjs';

const draw = () => crypto.randomBytes(9).toString('base64url');
const admin = { email: 'admin@inkproof.example', password: draw() };
const demo = { email: 'demo@inkproof.example', password: draw() };
try {
  const apiKey = seed(process.env, { admin, demo });
  if (!apiKey) console.log('This install has tenants of its own already; nothing was changed.');
  else console.log(`Shown this once:\n  Admin    ${admin.email}  ${admin.password}\n  Demo     ${demo.email}  ${demo.password}\n  API key  ${apiKey}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
