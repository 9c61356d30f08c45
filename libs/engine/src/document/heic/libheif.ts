import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Opaque things of the library's. */
type Handle = object;

/** What it answers instead of what was asked for. */
export interface LibHeifFailure {
  code: { value: number };
  message: string;
}

interface Channel {
  stride: number;
  data: Uint8Array;
}

/** What is used of the library. */
export interface LibHeif {
  heif_context_alloc(): Handle;
  heif_context_free(context: Handle): void;
  heif_context_read_from_memory(context: Handle, file: Uint8Array): LibHeifFailure;
  heif_js_context_get_primary_image_handle(context: Handle): Handle | LibHeifFailure;
  heif_image_handle_get_width(handle: Handle): number;
  heif_image_handle_get_height(handle: Handle): number;
  heif_js_decode_image2(handle: Handle, colourSpace: unknown, chroma: unknown): { width: number; height: number; channels: Channel[] } | LibHeifFailure;
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGB: unknown };
}

type Factory = (options: object) => Promise<LibHeif>;

const require = createRequire(import.meta.url);

/**
 * A fresh instance for each document, because the memory of an instance never shrinks and what a hostile file did to it is not known.
 * Loaded only when a HEIC comes, which most installs never see.
 */
export const startLibHeif = async (): Promise<LibHeif> => {
  const start = require('libheif-js/libheif-wasm/libheif.js') as Factory;
  const wasmBinary = await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  // What the library has to say of a file would be about what is in it, and so belongs in no log.
  return start({ wasmBinary, print: () => {}, printErr: () => {} });
};
