import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // process.env, not env(): env() throws when the variable is missing, even for `generate`.
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/inkproof' },
});
