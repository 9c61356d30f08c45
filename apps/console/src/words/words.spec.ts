import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { auditActionNames, permissionNames, problems } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues';

interface Words {
  [key: string]: string | Words;
}

/** Every message of a catalogue with the way to it. */
const messagesOf = (words: Words, path = ''): [string, string][] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : messagesOf(value, `${path}${key}.`)));

const zh = messagesOf(catalogues['zh-CN']);
const en = messagesOf(catalogues.en);
const keysOf = (messages: [string, string][]): string[] => messages.map(([key]) => key).sort();
const saying = (messages: [string, string][], pattern: RegExp): string[] => messages.filter(([, message]) => pattern.test(message)).map(([key]) => key);

/** The names that a message takes, without the words inside a choice. */
const placesOf = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort();

const files = ['en', 'zh-CN'].flatMap((language) => readdirSync(path.join(import.meta.dirname, language)).flatMap((name) => (name.endsWith('.json') ? [`${language}/${name}`] : [])));

describe('the words of the console', () => {
  it('exist in both languages', () => expect(keysOf(zh)).toEqual(keysOf(en)));
  // The second of two alike would silently take the place of the first.
  it.each(files)('%s names each message once', (file) => {
    const written = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    expect(written.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')).toBe(JSON.stringify(JSON.parse(written)));
  });
  it('are never left empty', () => expect(saying([...zh, ...en], /^\s*$/)).toEqual([]));
  it('take the same values in both languages', () => {
    const other = new Map(en);
    expect(zh.filter(([key, message]) => placesOf(message).join() !== placesOf(other.get(key) ?? '').join()).map(([key]) => key)).toEqual([]);
  });
  it('say of every problem what happened and what to do', () => {
    const keys = new Set(keysOf(zh));
    expect(Object.keys(problems).filter((code) => !keys.has(`problems.${code}.title`) || !keys.has(`problems.${code}.body`))).toEqual([]);
  });
  it('name every permission', () => {
    const keys = new Set(keysOf(zh));
    expect(permissionNames.filter((name) => name !== 'public' && !keys.has(`people.permission.${name}`))).toEqual([]);
  });
  it('name every action of the audit log', () => {
    const keys = new Set(keysOf(zh));
    expect(auditActionNames.filter((action) => !keys.has(`audit.action.${action}`) || !keys.has(`audit.group.${action.split('.')[0]}`))).toEqual([]);
  });
  it('never claim clearance, blame or cheer', () => expect(saying([...zh, ...en], /合规通过|认证通过|审核合格|！|!|\boops\b|\bsuccessfully\b|\bplease note\b|\bsimply\b|\bsoon\b/i)).toEqual([]));
  // Acceptance is no verdict (agreement 三.1(5)), so nothing calls a text or a state 合规; it stands in the name of people only.
  it('never give a verdict of 合规', () => expect(saying(zh, /合规(?!人员|专员)|[已为属]合规|符合(法律|法规)|合法有效/)).toEqual([]));
  it('count one as one', () => expect(saying(en, /\{\w+(, number)?\} (approvals|authori[sz]ations|calls|days|documents|entries|files|hours|items|lines|minutes|months|pages|people|readers|seconds|tenants|tickets|words|years)\b/)).toEqual([]));
  it('keep full-width marks between Han', () => expect(saying(zh, /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u)).toEqual([]));
  it('never leave a Chinese message in English, nor the other way round', () => {
    expect(saying(en.filter(([key]) => !key.startsWith('landing.sample')), /\p{Script=Han}/u)).toEqual([]);
  });
});
