import { outputFormats, type OutputFormat, type Recognition } from '@inkproof/contract';
import { asAlto, asHocr, asMarkdown, asText, asTsv, writePdf } from '@inkproof/engine';

/** A result in one of its forms. */
export interface Output {
  format: OutputFormat;
  mediaType: string;
  body: string | Uint8Array;
}

/** The file that was read; a searchable PDF is made of it. */
export interface SourceFile {
  bytes: Uint8Array;
  password?: string | undefined;
}

const texts = { text: asText, markdown: asMarkdown, hocr: asHocr, alto: asAlto, tsv: asTsv } as const;

/** Made anew from the result whenever it is asked for, so that nothing is read twice and nothing kept twice. */
export const outputOf = async (format: OutputFormat, recognition: Recognition, file?: SourceFile): Promise<Output> => {
  const mediaType = outputFormats[format];
  if (format === 'json') return { format, mediaType, body: JSON.stringify(recognition) };
  if (format !== 'pdf') return { format, mediaType, body: texts[format](recognition.pages) };
  if (!file) throw new Error('A searchable PDF is made of the file, and there is none');
  return { format, mediaType, body: await writePdf({ file: file.bytes, mediaType: recognition.document.media_type, password: file.password }, recognition.pages) };
};

/** A form of the result inside the JSON answer. */
export const showOutput = ({ format, mediaType, body }: Output): Recognition['outputs'][number] =>
  typeof body === 'string' ? { format, media_type: mediaType, text: body } : { format, media_type: mediaType, base64: Buffer.from(body).toString('base64') };

/** The further forms that a call asked for, in its order and once each. The answer itself is the JSON. */
export const showOutputs = (formats: readonly OutputFormat[], recognition: Recognition, file: SourceFile): Promise<Recognition['outputs']> =>
  Promise.all([...new Set(formats)].filter((format) => format !== 'json').map(async (format) => showOutput(await outputOf(format, recognition, file))));
