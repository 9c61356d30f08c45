export { BeginFiling } from './actions/begin-filing.js';
export { DecideFiling } from './actions/decide-filing.js';
export { KeepFilingFiles } from './actions/keep-filing-files.js';
export { SubmitFiling } from './actions/submit-filing.js';
export { ConsentModule } from './consent.module.js';
