// Prisma's own schema engine, as the WebAssembly module that Prisma publishes, over @prisma/adapter-pg.
// The Prisma CLI downloads a native engine for the same work, which a closed network refuses (docs/decisions/0007).
// Files, rows and checksums are Prisma's: `prisma migrate deploy` and this are interchangeable.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const schemaFolder = path.join(root, 'prisma/schema');
const migrationsFolder = path.join(root, 'prisma/migrations');
const LOCK_FILE = 'migration_lock.toml';
const filters = { externalTables: [], externalEnums: [] };

const schemaFiles = () =>
  fs
    .readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => path.join(schemaFolder, name))
    .map((file) => ({ path: file, content: fs.readFileSync(file, 'utf8') }));

let loaded;
const wasmEngine = async () => {
  if (loaded) return loaded;
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = await import(pathToFileURL(script).href);
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(script.replace(/\.js$/, '.wasm')), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return (loaded = engine);
};

const OID_CHAR = 18;
const OID_TEXT = 25;

/** Two things the adapter does not do for this engine: catalogue columns of type "char", and scripts holding `;` inside functions. */
const mended = (adapter) => {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === OID_CHAR ? [i] : []));
    for (const i of charColumns) result.fields[i].dataTypeID = OID_TEXT;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of charColumns) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  // One simple query for the whole file: PostgreSQL then runs it as one transaction.
  if (adapter.executeScript)
    adapter.executeScript = async (script) => {
      try {
        await adapter.client.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
  if (adapter.startTransaction) {
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (...given) => mended(await startTransaction(...given));
  }
  return adapter;
};

const withEngine = async (url, work) => {
  const wasm = await wasmEngine();
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  const connectToShadowDb = factory.connectToShadowDb.bind(factory);
  const opened = [];
  const remember = (adapter) => (opened.push(adapter), mended(adapter));
  factory.connect = async () => remember(await connect());
  factory.connectToShadowDb = async () => remember(await connectToShadowDb());
  const engine = await wasm.SchemaEngine.new({ datamodels: schemaFiles().map((file) => [file.path, file.content]) }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine);
  } finally {
    engine.free();
    // The engine leaves its connections open, and a database with connections can be neither copied nor dropped.
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
};

const migrations = () => {
  const lockFile = path.join(migrationsFolder, LOCK_FILE);
  return {
    baseDir: migrationsFolder,
    lockfile: { path: LOCK_FILE, content: fs.existsSync(lockFile) ? fs.readFileSync(lockFile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: fs
      .readdirSync(migrationsFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') } } })),
  };
};

/** Applies what is pending and answers the names of it. */
export const deploy = (url) => withEngine(url, async (engine) => (await engine.applyMigrations({ migrationsList: migrations(), filters })).appliedMigrationNames);

export const status = (url) => withEngine(url, (engine) => engine.diagnoseMigrationHistory({ migrationsList: migrations(), optInToShadowDatabase: false, filters }));

/** The SQL that would bring the migrations level with the schema; null when they agree. Replays them into a scratch database. */
export const drift = async (url) => {
  const name = `inkproof_scratch_${crypto.randomBytes(4).toString('hex')}`;
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query(`create database ${name}`);
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  try {
    await deploy(scratch.href);
    const files = { files: schemaFiles() };
    const difference = await withEngine(scratch.href, (engine) =>
      engine.diff({ from: { tag: 'schemaDatasource', ...files, configDir: root }, to: { tag: 'schemaDatamodel', ...files }, script: true, exitCode: true, shadowDatabaseUrl: null, filters }),
    );
    return difference.exitCode === 0 ? null : difference.stdout;
  } finally {
    await owner.query(`drop database ${name} with (force)`);
    await owner.end();
  }
};

/** Writes a new migration file and answers its folder; null when there is nothing to write. */
export const create = async (url, sentence) => {
  const sql = await drift(url);
  if (!sql) return null;
  const folder = path.join(migrationsFolder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${sentence}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql);
  fs.writeFileSync(path.join(migrationsFolder, LOCK_FILE), '# Prisma reads this file; it belongs in version control.\nprovider = "postgresql"\n');
  return path.relative(root, folder);
};
