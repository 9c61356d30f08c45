import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const may = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testing'] });
const base = ['type:platform', 'type:contract', 'type:kernel'];
const banned = (rule, ...bannedExternalImports) => ({ ...rule, bannedExternalImports });
const framework = ['@nestjs/*', '@prisma/*', 'express', 'passport*'];

/** Who may know whom: the picture in ARCHITECTURE.md, for every lib that is planned. Testing libs are for specs; see below. */
const fences = [
  banned(may('type:kernel', 'type:kernel'), ...framework, 'zod', 'pg', 'next', 'react'),
  banned(may('type:contract', 'type:kernel', 'type:contract'), ...framework, 'next', 'react'),
  banned(may('type:engine', 'type:kernel', 'type:engine'), ...framework, 'zod', 'next', 'react'),
  banned(may('type:platform', 'type:kernel', 'type:contract', 'type:platform'), 'next', 'react'),
  banned(may('type:domain', 'type:domain', 'type:engine', ...base), 'next', 'react'),
  banned(may('type:ui', 'type:contract', 'type:kernel', 'type:ui'), ...framework),
  banned(may('type:testing', 'type:testing', ...base), 'next', 'react'),
  may('type:e2e', 'type:contract', 'type:kernel'),
  may('scope:audit', 'scope:audit', ...base),
  may('scope:identity', 'scope:identity', 'scope:audit', ...base),
  may('scope:retention', 'scope:retention', 'scope:identity', 'scope:audit', ...base),
  may('scope:notice', 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', ...base),
  ...['quota', 'consent', 'support', 'maintenance', 'changelog', 'ending'].map((scope) => may(`scope:${scope}`, `scope:${scope}`, 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', ...base)),
  may('scope:change', 'scope:change', 'scope:quota', 'scope:support', 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', ...base),
  may('scope:availability', 'scope:availability', 'scope:maintenance', 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', ...base),
  may('scope:compliance', 'scope:compliance', 'scope:quota', 'scope:consent', 'scope:support', 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', ...base),
  may('scope:recognition', 'scope:recognition', 'scope:ending', 'scope:compliance', 'scope:maintenance', 'scope:quota', 'scope:consent', 'scope:support', 'scope:notice', 'scope:retention', 'scope:identity', 'scope:audit', 'type:engine', ...base),
  may('scope:api', 'type:domain', 'type:engine', ...base),
  may('scope:worker', 'type:domain', 'type:engine', ...base),
  banned(may('scope:console', 'type:ui', 'type:contract', 'type:kernel'), ...framework),
];

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.exam.ts'];

const timeAndChance = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Ask a Clock.' },
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Ask a Clock.' },
  { selector: 'CallExpression[callee.name="randomUUID"], CallExpression[callee.property.name="randomUUID"]', message: 'Ask Ids.' },
];
const environment = { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: 'Settings are read once, in the main file.' };

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/.next', '**/generated', '**/.data', '**/next-env.d.ts', '**/public'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['../../../tools/**', '../../../../tools/**'], depConstraints: fences }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-restricted-syntax': ['error', environment],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
    },
  },
  { files: ['libs/**/*.ts', 'libs/**/*.tsx'], ignores: ['libs/kernel/src/clock.ts', 'libs/kernel/src/ids.ts', 'libs/ui/**', 'libs/drawn-pages/**', ...specs], rules: { 'no-restricted-syntax': ['error', environment, ...timeAndChance] } },
  {
    files: ['libs/*/src/model/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@nestjs/*', '@prisma/*', '@inkproof/platform', 'node:*', '../*'], message: 'A model knows only its own nouns, the contract and the kernel.' }] },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'libs/**/*.tsx', 'apps/api/**/*.ts', 'apps/worker/**/*.ts', 'apps/console/**/*.ts', 'apps/console/**/*.tsx'],
    ignores: [...specs, 'libs/*/src/**/testing/**', 'apps/*/src/**/testing/**', 'libs/*/src/model/**', 'libs/spec-database/**', 'libs/drawn-pages/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['vitest', '@inkproof/spec-database', '@inkproof/drawn-pages', '*/tools/*'], message: 'Only specs may use what is made for specs.' }] }] },
  },
  { files: ['libs/spec-database/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['apps/api/src/main.ts', 'apps/api/src/seed.ts', 'apps/worker/src/main.ts', 'apps/console/src/config.ts', 'apps/console/next.config.ts', 'apps/*-e2e/**', 'tools/**', ...specs], rules: { 'no-restricted-syntax': 'off' } },
  { files: specs.concat('apps/*-e2e/**/*.ts'), rules: { 'no-restricted-syntax': ['error', { selector: 'MemberExpression[property.name=/^(only|skip|todo)$/][object.name=/^(it|describe|test)$/]', message: 'Every spec runs.' }] } },
);
