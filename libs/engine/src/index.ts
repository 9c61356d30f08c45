export { characterErrorRate, type WhiteSpace } from './accuracy/character-error-rate.js';
export { inspect, type ImageCaps, type ImageHeader } from './image/inspect.js';
export type { MediaType } from './image/media-type.js';
export { engineLanguages, type EngineLanguage } from './language.js';
export { DeadlineExceeded, PoolBusy, ReaderLost } from './pool/errors.js';
export { ReaderPool, type ReaderPoolSettings } from './pool/reader-pool.js';
export { engineVersion } from './reader/engine-version.js';
export type { Block, Line, PageReading, Point, Polygon, Reading, Recipe, Word } from './reading.js';
export { Unreadable, type PassedLimit, type UnreadableReason } from './unreadable.js';
