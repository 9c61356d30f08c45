import { Controller, Get, Header, Param } from '@nestjs/common';
import { openApi, problems, Refusal, type ProblemCode } from '@inkproof/contract';
import { version } from '../version.js';
import { apiPage } from './api-page.js';
import { icon } from './page.js';
import { problemPage, problemsPage } from './problem-pages.js';
import { stylesheet } from './stylesheet.js';

const HTML = 'text/html; charset=utf-8';
/** Made for whoever asks first: it takes a third of a second, for which every start would wait. */
let made: ReturnType<typeof openApi> | undefined;
const document = (): ReturnType<typeof openApi> => (made ??= openApi(version));

/** The contract, for people and for programs. Nothing here belongs to a tenant. */
@Controller()
export class DocsController {
  @Get('/v1/openapi.json')
  openApi(): object {
    return document();
  }

  @Get('/docs')
  @Header('content-type', HTML)
  docs(): string {
    return apiPage(document());
  }

  @Get('/docs/problems')
  @Header('content-type', HTML)
  problems(): string {
    return problemsPage();
  }

  @Get('/docs/problems/:code')
  @Header('content-type', HTML)
  problem(@Param('code') code: string): string {
    if (!Object.hasOwn(problems, code)) throw new Refusal('request.route_unknown', 'There is no such problem code. /docs/problems lists them all.');
    return problemPage(code as ProblemCode);
  }

  @Get('/docs/icon.svg')
  @Header('content-type', 'image/svg+xml')
  icon(): string {
    return icon;
  }

  @Get('/docs/style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return stylesheet;
  }
}
