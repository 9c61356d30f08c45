import type { z } from 'zod';
import type { AuditAction } from './audit-action.js';
import type { ProblemCode } from './problem.js';
import type { KeyScope } from './scope.js';
import type { NoticeSetting } from './change/setting.js';

export const memberRoles = ['owner', 'developer', 'privacy', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const staffRoles = ['admin', 'operator', 'compliance', 'support', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who may call an endpoint. Whoever is not named is refused at the door. */
export interface Access {
  anyone?: true;
  /** A tenant's program with an API key. */
  key?: true;
  /** A signed-in member of a tenant, in one of these roles. */
  member?: readonly MemberRole[];
  /** A signed-in person of the provider, in one of these roles. */
  staff?: readonly StaffRole[];
}

/** What a changing endpoint leaves in the audit log, in the transaction of the change; or why it leaves nothing there. */
export type Audited = AuditAction | readonly AuditAction[] | { none: string };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Shape = z.ZodType;

/** One address of the API, said once: the route, the validation, the document and the client all read it here. */
export interface Endpoint<Params extends Shape = Shape, Query extends Shape = Shape, Body extends Shape = Shape, Reply extends Shape = Shape> {
  method: Method;
  /** With `{name}` for parameters, as OpenAPI writes them. */
  path: string;
  summary: string;
  description?: string;
  access: Access;
  /** What a key must be issued for to call it; `any` is open to every key. Said by every endpoint that keys may call, and by no other. */
  scope?: KeyScope | 'any';
  /** Refused to a suspended tenant, whoever of it calls. Everything else stays open to them. */
  closedBySuspension?: true;
  /** Said by every endpoint but those that only read. */
  audit?: Audited;
  /**
   * Said by every endpoint by which a tenant changes what stands: of each member of its body, of which setting it is that
   * changes only after notice to the provider (三.1(3)), or that it is free. `none` where nothing of it is a setting.
   */
  settings?: Readonly<Record<string, NoticeSetting | 'free'>> | 'none';
  /** Refused to people who have not shown who they are, by password or second factor, within the last minutes. Keys are not asked. */
  stepUp?: true;
  /** Open to a person who must set up a second factor before anything else. */
  beforeEnrolment?: true;
  params?: Params;
  query?: Query;
  /** A JSON body. */
  body?: Body;
  /** Where the body may be larger than those of others. */
  jsonMaxBytes?: number;
  /** Whether the `items` of the body may come line by line, as NDJSON or CSV; the query then holds its other members. */
  takesLines?: true;
  /** Where files may come with the body: the same members as fields of a multipart form, and beside them `file`, once for each. */
  attaches?: { maxFiles: number; maxFileBytes: number; maxBytes: number; /** Most bytes of members that may be longer than others. */ longFields?: Record<string, number> };
  /** Present where a file comes in: as multipart `file`, as the raw body, or as base64 inside the JSON `body`. */
  upload?: { mediaTypes: readonly string[]; options: Shape; /** Several multipart parts called `file`, one document each. */ several?: true };
  status: 200 | 201 | 202 | 204;
  /** Absent for 204. */
  reply?: Reply;
  /** Other forms the answer can take, chosen by `?format=` or Accept: media type by format name. */
  formats?: Record<string, string>;
  /** What is answered with 202 instead when the caller asked not to wait. */
  later?: Shape;
  problems: readonly ProblemCode[];
}

export const endpoint = <Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape>(said: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> => said;
