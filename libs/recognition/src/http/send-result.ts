import { outputFormats, outputNames, type OutputFormat } from '@inkproof/contract';
import type { Request, Response } from 'express';
import type { Output } from '../model/outputs.js';

const extensions: Record<OutputFormat, string> = { json: 'json', text: 'txt', markdown: 'md', hocr: 'hocr.html', alto: 'alto.xml', tsv: 'tsv', pdf: 'pdf' };

/** The form that is asked for: by name, else by Accept, else JSON. */
export const formatAsked = (request: Request, format?: OutputFormat): OutputFormat => {
  if (format) return format;
  const best = request.accepts(Object.values(outputFormats));
  return outputNames.find((name) => outputFormats[name] === best) ?? 'json';
};

/** Sends a result in its form. It is called by its id: nothing that a caller wrote becomes a file name. */
export const sendResult = (response: Response, id: string, { format, mediaType, body }: Output): void => {
  const isText = format !== 'json' && format !== 'pdf';
  response.setHeader('Content-Type', isText ? `${mediaType}; charset=utf-8` : mediaType);
  // What was recognised may look like a page with scripts; no browser shall take it for one of ours.
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (format !== 'json') response.setHeader('Content-Disposition', `${format === 'text' ? 'inline' : 'attachment'}; filename="${id}.${extensions[format]}"`);
  response.send(typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
};
