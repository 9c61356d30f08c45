import { adminApi } from './admin.js';
import { healthApi } from './health.js';
import { keyApi } from './key.js';
import { recognitionApi } from './recognition.js';
import { sessionApi } from './session.js';
import { usageApi } from './usage.js';

/** Every endpoint, by chapter. The document, the docs pages and the isolation checks walk this table. */
export const api = {
  recognitions: recognitionApi,
  usage: usageApi,
  keys: keyApi,
  session: sessionApi,
  admin: adminApi,
  health: healthApi,
};
