import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { charactersOf, readModels } from './models.js';
import { Network } from './network.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
  for (const name of ['server_det.onnx', 'server_rec.onnx', 'cls.onnx', 'dict.txt']) writeFileSync(join(folder, name), 'a\n证\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("an operator's models", () => {
  it('are found by their names, whatever their version', () => {
    const { detector, recogniser, characters } = readModels(folder);
    expect([detector.name, recogniser.name, charactersOf(characters)]).toEqual(['server_det.onnx', 'server_rec.onnx', ['a', '证', ' ']]);
  });

  it('are missed by name', () => {
    rmSync(join(folder, 'server_rec.onnx'));
    expect(() => readModels(folder)).toThrow(/lacks a recogniser \(a file with "rec" in its name/);
  });

  it('are not guessed between', () => {
    writeFileSync(join(folder, 'mobile_det.onnx'), '');
    expect(() => readModels(folder)).toThrow('PP-OCR finds both mobile_det.onnx and server_det.onnx');
  });

  it('must lie in a folder that exists', () => {
    expect(() => readModels(join(folder, 'nowhere'))).toThrow(/cannot be read: .*nowhere/);
  });

  it('must be models', async () => {
    await expect(Network.load(readModels(folder).detector, { hasArena: false })).rejects.toThrow('PP-OCR cannot load the model server_det.onnx');
  });
});
