export { ChangeModule } from './change.module.js';
