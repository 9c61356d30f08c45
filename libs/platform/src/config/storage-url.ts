import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { S3Settings } from '../objects/s3-blobs.js';

/** Where sealed objects lie: a folder that all nodes share, or a bucket. */
export type Storage = { kind: 'file'; folder: string } | ({ kind: 's3' } & S3Settings);

const DEFAULT_REGION = 'us-east-1';

/** `file:///folder`, or `s3://bucket/prefix?region=…&endpoint=…&path_style=on|off`. Throws what is wrong with anything else. */
export const storageOf = (text: string): Storage => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'file:') return { kind: 'file', folder: fileURLToPath(url) };
  if (url?.protocol !== 's3:' || !url.hostname) throw new Error('must be file:///a/folder or s3://bucket/prefix?region=…&endpoint=…');
  if (url.username || url.password) throw new Error('must not hold credentials: they go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  const { endpoint, region, path_style, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0) throw new Error(`has the unknown parts ${Object.keys(others).join(', ')}; known are region, endpoint and path_style`);
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) throw new Error('names an endpoint that is no address, https://…');
  if (path_style !== undefined && !['on', 'off'].includes(path_style)) throw new Error('has a path_style that is neither on nor off');
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  // Servers of one's own seldom have a host name for each bucket.
  return { kind: 's3', bucket: url.hostname, prefix: folder && `${folder}/`, region: region ?? DEFAULT_REGION, endpoint: endpoint ?? null, pathStyle: path_style === undefined ? endpoint !== undefined : path_style === 'on' };
};

const rootOf = (storage: Storage): string => (storage.kind === 'file' ? `${path.resolve(storage.folder)}/` : `s3:${storage.endpoint ?? ''}/${storage.bucket}/${storage.prefix}`);

/** Whether neither of two places lies in the other. */
export const lieApart = (one: Storage, other: Storage): boolean => {
  const [first, second] = [rootOf(one), rootOf(other)];
  return !first.startsWith(second) && !second.startsWith(first);
};
