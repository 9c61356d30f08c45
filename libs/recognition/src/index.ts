export { RecognitionModule } from './recognition.module.js';
