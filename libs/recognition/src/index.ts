export { RecognitionModule } from './recognition.module.js';
export { WorkModule } from './work.module.js';
export { TellErasable } from './actions/tell-erasable.js';
