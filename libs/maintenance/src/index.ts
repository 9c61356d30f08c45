export { AskDoor, type Shut } from './actions/ask-door.js';
export { KeepDoor } from './actions/keep-door.js';
export { DoorModule } from './door.module.js';
export { shutting, type DoorWindow } from './model/door.js';
export { closedBy, meansPlan, touchedBy, type Impacts } from './model/touch.js';
export { isOverrun, isRunning, isStanding } from './model/window.js';
export { WindowStore, type StoredVersion, type StoredWindow, type WholeWindow } from './store/window-store.js';
export { MaintenanceModule } from './maintenance.module.js';
