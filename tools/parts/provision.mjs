// Makes a database ready for the application: created, migrated, with a login that owns nothing.
import pg from 'pg';
import { installQueues } from './queue.mjs';
import { deploy } from './schema-engine.mjs';

const withClient = async (url, work) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const at = (url, database, credentials = {}) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (credentials.user) address.username = credentials.user;
  if (credentials.password) address.password = encodeURIComponent(credentials.password);
  return address.href;
};

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** Creates the database unless it is there. */
export const ensureDatabase = async (url, database) =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${quoted(database)}`);
    return at(url, database);
  });

/** Copies a database to which nobody is connected. */
export const copyOf = async (url, from, to) =>
  withClient(url, async (client) => {
    await client.query(`create database ${quoted(to)} template ${quoted(from)} strategy = file_copy`);
    return at(url, to);
  });

/**
 * The login the API uses: one for each database, a member of the group that the migrations grant to.
 * Roles belong to the whole server, so two installs on one server must not share a login.
 */
export const ensureLogin = async (ownerUrl, password) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select current_database() as name');
    const database = rows[0].name;
    const user = `inkproof_app_${database}`.slice(0, 63);
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [user]);
    const literal = `'${password.replaceAll("'", "''")}'`;
    await client.query(`${rowCount ? 'alter' : 'create'} role ${quoted(user)} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal}`);
    await client.query(`grant inkproof_app to ${quoted(user)}`);
    await client.query(`revoke all on database ${quoted(database)} from public`);
    await client.query(`grant connect on database ${quoted(database)} to ${quoted(user)}`);
    return at(ownerUrl, database, { user, password });
  });

/** Brings tables and queues up to date and answers which migrations were applied. */
export const migrate = async (ownerUrl) => {
  const applied = await deploy(ownerUrl);
  await installQueues(ownerUrl);
  return applied;
};

/** Migrates, then answers which migrations were applied and the address the application connects to. */
export const provision = async (ownerUrl, appPassword) => {
  const applied = await migrate(ownerUrl);
  return { applied, appUrl: await ensureLogin(ownerUrl, appPassword) };
};
