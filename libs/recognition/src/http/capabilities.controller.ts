import { Controller } from '@nestjs/common';
import { api, imageTypes, RecognitionOptions, type Capabilities } from '@inkproof/contract';
import { engineLanguages, engineVersion } from '@inkproof/engine';
import { Answers } from '@inkproof/platform';
import { z } from 'zod';

/** The options of a call, told from the schema that judges them. */
const options = (): Capabilities['options'] => {
  const { properties = {} } = z.toJSONSchema(z.object(RecognitionOptions.shape), { io: 'input' }) as { properties?: Record<string, { default?: string; description?: string }> };
  return Object.entries(properties).map(([name, { default: standard, description }]) => ({ name, default: standard ?? null, description: description ?? '' }));
};

/** Made when first asked for: the digests of the language data take a moment. */
let told: Capabilities | undefined;

const tell = (): Capabilities => ({
  readers: [{ name: 'tesseract', version: engineVersion, default: true }],
  languages: engineLanguages.map(({ tag, name, code, aliases, sha256 }) => ({ tag, name, aliases: [...new Set([code, ...aliases])], sha256 })),
  media_types: [...imageTypes],
  formats: ['json', 'text'],
  options: options(),
});

@Controller()
export class CapabilitiesController {
  @Answers(api.usage.capabilities)
  capabilities(): Capabilities {
    return (told ??= tell());
  }
}
