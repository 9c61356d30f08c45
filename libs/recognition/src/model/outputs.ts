import { outputFormats, Refusal, type OutputFormat, type Recognition } from '@inkproof/contract';
import { textForms, writePdf, writeText, type FormOrder } from '@inkproof/engine';
import { outputRefusalFor } from './refusals.js';

/** A result in one of its forms. */
export interface Output {
  format: OutputFormat;
  mediaType: string;
  body: string | Uint8Array;
}

/** The file that was read, and for whom a searchable PDF is made of it. */
export interface SourceFile extends FormOrder {
  bytes: Uint8Array;
  password?: string | undefined;
}

type Shown = Recognition['outputs'][number];

/** Made anew from the result whenever it is asked for, so that nothing is read twice and nothing kept twice. Rejects with a refusal where it cannot be made. */
export const outputOf = async (format: OutputFormat, recognition: Recognition, file?: SourceFile): Promise<Output> => {
  const mediaType = outputFormats[format];
  if (format === 'json') return { format, mediaType, body: JSON.stringify(recognition) };
  if (format !== 'pdf') return { format, mediaType, body: textForms[format](recognition.pages) };
  if (!file) throw new Error('A searchable PDF is made of the file, and there is none');
  const { bytes, password, ...order } = file;
  const body = await writePdf({ file: bytes, mediaType: recognition.document.media_type, password }, recognition.pages, order).catch((error: unknown) => {
    throw outputRefusalFor(error);
  });
  return { format, mediaType, body };
};

/** The same of a result as it is kept, which is the answer in JSON, byte for byte. That of a thousand pages is not taken apart here: everybody else would wait for seconds. */
export const outputOfKept = async (format: Exclude<OutputFormat, 'pdf'>, result: Uint8Array, order: FormOrder): Promise<Output> => {
  const mediaType = outputFormats[format];
  if (format === 'json') return { format, mediaType, body: result };
  const body = await writeText(format, result, order).catch((error: unknown) => {
    throw outputRefusalFor(error);
  });
  return { format, mediaType, body };
};

/** A form of the result inside the JSON answer. */
const showOutput = ({ format, mediaType, body }: Output): Shown =>
  typeof body === 'string' ? { format, media_type: mediaType, text: body } : { format, media_type: mediaType, base64: Buffer.from(body).toString('base64') };

/** One that could not be made: the pages were read all the same. */
const showFailure = (format: OutputFormat, error: unknown): Shown => {
  const { code, message } = error instanceof Refusal ? error : new Refusal('server.fault', 'Something went wrong on our side while this form was made. The rest of the answer stands.');
  return { format, media_type: outputFormats[format], problem: { code, detail: message } };
};

/** The further forms that a call asked for, in its order and once each. The answer itself is the JSON. Rejects when nobody waits for them any more. */
export const showOutputs = (formats: readonly OutputFormat[], recognition: Recognition, file: SourceFile, onFault: (error: unknown) => void): Promise<Shown[]> =>
  Promise.all(
    [...new Set(formats)]
      .filter((format) => format !== 'json')
      .map((format) =>
        outputOf(format, recognition, file).then(showOutput, (error: unknown) => {
          if (file.signal?.aborted) throw error;
          if (!(error instanceof Refusal)) onFault(error);
          return showFailure(format, error);
        }),
      ),
  );
