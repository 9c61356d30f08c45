// What of a later API breaks programs that were written for an earlier one. The difference is api-smart-diff's; see docs/decisions/0077.
import * as apiDiff from 'api-smart-diff';

const { apiCompare } = apiDiff.default ?? apiDiff;

/**
 * api-smart-diff takes another type in an answer for harmless. A program that was told `string` cannot read a number, so a
 * type that is replaced breaks it on either side.
 */
const replacesType = ({ path, action }) => action === 'replace' && path.at(-1) === 'type';

/** Sentences, sorted, each once: `GET /v1/usage responses/200/…: removed`. Shared shapes are judged where they are used. */
export const breakingBetween = (before, after) => {
  const { diffs } = apiCompare(before, after);
  const grave = diffs.filter((diff) => diff.path[0] === 'paths' && (diff.type === 'breaking' || replacesType(diff)));
  return [...new Set(grave.map(sentence))].sort();
};

const sentence = ({ path: [, address, method, ...rest], action, before, after }) => {
  const change = action === 'replace' ? `${JSON.stringify(before)} became ${JSON.stringify(after)}` : `${action === 'remove' ? 'removed' : 'added'}${typeof (before ?? after) === 'object' ? '' : ` ${JSON.stringify(before ?? after)}`}`;
  return `${method ? `${method.toUpperCase()} ` : ''}${address}${rest.length ? ` ${rest.join('/')}` : ''}: ${change}`;
};
