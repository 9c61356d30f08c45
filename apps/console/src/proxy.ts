import { NextResponse, type NextRequest } from 'next/server';
import { readConfig } from './config';
import { pagePolicy, securityHeaders } from './security-headers';

/** The browser talks to one origin; what begins with /v1 is the API's. Next adds X-Forwarded-Host from the Host it was called by. */
const toApi = (request: NextRequest): NextResponse => {
  const headers = new Headers(request.headers);
  headers.set('x-forwarded-proto', headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', ''));
  return NextResponse.rewrite(new URL(request.nextUrl.pathname + request.nextUrl.search, readConfig().apiUrl), { request: { headers } });
};

/** Next reads the nonce out of the policy on the request and puts it on every script it writes. `x-path` lets a page say where to return to after signing in. */
const toPage = (request: NextRequest): NextResponse => {
  const policy = pagePolicy(btoa(crypto.randomUUID()), readConfig().isDevelopment);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of securityHeaders(request.headers.get('x-forwarded-proto') === 'https')) response.headers.set(name, value);
  return response;
};

export const proxy = (request: NextRequest): NextResponse => (request.nextUrl.pathname.startsWith('/v1/') ? toApi(request) : toPage(request));

export const config = { matcher: ['/((?!_next/static|_next/image|samples/|landing/|icon.svg).*)'] };
