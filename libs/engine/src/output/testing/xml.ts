import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const schema = (): XsdValidator => XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(new URL('./alto-we-write.xsd', import.meta.url))));

/** Reads a document with a parser that forgives nothing. */
export const wellFormed = (xml: string): XmlDocument => XmlDocument.fromString(xml);

/** What is wrong with a document by the schema; empty when nothing is. */
export const altoFaults = (xml: string): string => {
  const validator = schema();
  try {
    validator.validate(wellFormed(xml));
    return '';
  } catch (error) {
    return String(error);
  } finally {
    validator.dispose();
  }
};
