import { createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@inkproof/contract';
import type { Request } from 'express';
import type { z } from 'zod';
import { endpointOf } from './endpoint.js';
import { filesSent, readSent } from './read-sent.js';

const NAMES_MAX = 5;
const NAME_MAX_CHARACTERS = 40;
/** A body of ten thousand lines may be wrong in each. */
const ERRORS_MAX = 100;

/** A body may hold a million strange members; the answer names the first few. */
const strangers = (names: readonly string[]): string => names.slice(0, NAMES_MAX).map((name) => name.slice(0, NAME_MAX_CHARACTERS)).concat(names.length > NAMES_MAX ? '…' : []).join(', ');

/** Lets in only what matches, and names each field that does not. The values themselves are never repeated. */
export const match = <Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> => {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, ERRORS_MAX).map((issue) => ({ field: issue.path.join('.'), message: issue.code === 'unrecognized_keys' ? `has members the contract does not know: ${strangers(issue.keys)}` : issue.message }));
  const named = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  throw new Refusal('request.invalid', `The request does not match the contract. ${named}`, { errors });
};

class Shape implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(given: unknown): unknown {
    return match(this.schema, given);
  }
}

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

const bodyOf = createParamDecorator((_: unknown, context: ExecutionContext) => readSent(requestOf(context), endpointOf(context.getHandler())));
const filesOf = createParamDecorator((_: unknown, context: ExecutionContext) => filesSent(requestOf(context), endpointOf(context.getHandler())));
const queryOf = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).query);
const paramsOf = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).params);

/** The parts of a request, in the shapes the contract gives them. `@Given.body(KeyRequest) asked: KeyRequest`. */
export const Given = {
  body: (schema: z.ZodType | undefined): ParameterDecorator => bodyOf(undefined, new Shape(present(schema))),
  query: (schema: z.ZodType | undefined): ParameterDecorator => queryOf(undefined, new Shape(present(schema))),
  params: (schema: z.ZodType | undefined): ParameterDecorator => paramsOf(undefined, new Shape(present(schema))),
  /** What came with the body where its endpoint `attaches`. */
  files: (): ParameterDecorator => filesOf(),
};

const present = (schema: z.ZodType | undefined): z.ZodType => {
  if (!schema) throw new Error('The endpoint has no schema for this part of the request');
  return schema;
};
