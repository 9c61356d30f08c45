import fs from 'node:fs';
import path from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

const firstLine = (error: { message: string } | undefined): string => (error?.message ?? '').split('\n')[0] ?? '';

const fallenOf = (module: TestModule): string[] => {
  const file = path.relative(process.cwd(), module.moduleId);
  const tests = [...module.children.allTests('failed')].map((test) => `${file} > ${test.fullName}\n  ${(test.result().errors ?? []).map(firstLine).join('\n  ')}`);
  // What is set up and taken down around the tests of a file, or of a part of one, can fail where no test does.
  const around = [module, ...module.children.allSuites()].flatMap((part) => part.errors().map((error) => `${'fullName' in part ? `${file} > ${part.fullName}` : file}\n  ${firstLine(error)}`));
  return [...tests, ...around];
};

/** Of what no file waited for, the place is all that leads back to one. */
const fallenOutside = (error: SerializedError): string => `outside of any test: ${error.name ?? 'Error'}\n  ${firstLine(error)}\n${error.stack ?? ''}`;

/** What a run came to, for the last lines of `npm test`, as JSON in the file that INKPROOF_ACCOUNT names. Vitest's own JSON keeps silent of what fails outside of a test. */
export default class Account implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, outside: ReadonlyArray<SerializedError>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const account = { passed: count('passed'), failed: count('failed'), unrun: count('skipped') + count('pending'), fallen: [...modules.flatMap(fallenOf), ...outside.map(fallenOutside)] };
    fs.writeFileSync(String(process.env['INKPROOF_ACCOUNT']), JSON.stringify(account));
  }
}
