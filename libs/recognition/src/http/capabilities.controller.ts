import { Controller, Inject } from '@nestjs/common';
import { api, documentTypes, outputFormats, outputNames, ticketFiles, ticketFileTypes, type Capabilities } from '@inkproof/contract';
import { engineLanguages, type ReaderName } from '@inkproof/engine';
import { CalledBy, type Caller } from '@inkproof/identity';
import { Answers, Config } from '@inkproof/platform';
import { PlanStore, uploadLimits } from '@inkproof/quota';
import { Readers } from '../actions/readers.js';
import { tellOptions } from '../model/tell-options.js';

type Told = Capabilities['readers'][number];

/** Of the way in which a reader is chosen, as recipes have it. */
const AUTO_VERSION = '1';

const descriptions: Record<ReaderName, string> = {
  tesseract: 'tesseract.js, in this process. Clean print',
  ppocr: 'PP-OCR on onnxruntime, in this process. Chinese, and pages as they are photographed',
  native: "The system's own tesseract, which is faster than the embedded one",
};

const tagOf = (code: string): string => engineLanguages.find((language) => language.code === code)?.tag ?? code;

@Controller()
export class CapabilitiesController {
  constructor(
    @Inject(Readers) private readonly readers: Readers,
    @Inject(PlanStore) private readonly plans: PlanStore,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.usage.capabilities)
  async capabilities(@CalledBy() caller: Caller): Promise<Capabilities> {
    return {
      readers: this.#tellReaders(),
      languages: engineLanguages.map(({ tag, name, code, aliases, sha256 }) => ({ tag, name, aliases: [...new Set([code, ...aliases])], sha256 })),
      media_types: [...documentTypes],
      formats: outputNames.map((name) => ({ name, media_type: outputFormats[name] })),
      options: tellOptions(),
      limits: caller.kind === 'staff' ? null : uploadLimits(await this.plans.of(caller.tenantId)),
      fetches_urls: this.config.fetch.urls,
      ticket_files: { max_files: ticketFiles.maxFiles, max_file_bytes: ticketFiles.maxFileBytes, max_bytes: ticketFiles.maxBytes, media_types: [...ticketFileTypes] },
    };
  }

  #tellReaders(): Told[] {
    const auto: Told = { name: 'auto', version: AUTO_VERSION, default: true, languages: engineLanguages.map(({ tag }) => tag), description: 'Chooses page by page, and says which and why in the recipe' };
    return [auto, ...this.readers.installed().map(({ name, version, languages }): Told => ({ name, version, default: false, languages: languages.map(tagOf), description: descriptions[name] }))];
  }
}
