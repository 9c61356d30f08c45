import { RecognitionOptions, type Capabilities } from '@inkproof/contract';
import { z } from 'zod';

interface Property {
  type?: string;
  enum?: string[];
  const?: string;
  default?: unknown;
  description?: string;
  items?: Property;
}

const typeOf = ({ type, items }: Property): string => (type === 'array' ? `list of ${items?.type ?? 'string'}` : (type ?? 'string'));

const valuesOf = ({ enum: values, const: only, items }: Property): string[] | undefined => values ?? (only === undefined ? undefined : [only]) ?? items?.enum;

/** The options of a call, told from the schema that judges them. */
export const tellOptions = (): Capabilities['options'] => {
  const { properties = {} } = z.toJSONSchema(z.object(RecognitionOptions.shape), { io: 'output' }) as { properties?: Record<string, Property> };
  return Object.entries(properties).map(([name, property]) => {
    const values = valuesOf(property);
    return { name, type: typeOf(property), ...(values && { values }), default: property.default === undefined ? null : String(property.default), description: property.description ?? '' };
  });
};
