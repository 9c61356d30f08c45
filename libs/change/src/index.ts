export { ChangeErasingModule } from './change-erasing.module.js';
export { ChangeModule } from './change.module.js';
