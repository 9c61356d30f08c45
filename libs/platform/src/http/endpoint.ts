import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Endpoint } from '@inkproof/contract';

const ENDPOINT = 'inkproof:endpoint';

/** Makes a controller's method answer an endpoint of the contract: its method, its path and its status are read there. */
export const Answers = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    SetMetadata(ENDPOINT, endpoint),
    RequestMapping({ method: RequestMethod[endpoint.method], path: endpoint.path.replace(/\{(\w+)\}/g, ':$1') }),
    HttpCode(endpoint.status),
  );

/** The endpoint that a handler answers; undefined for handlers outside the contract, such as the metrics. */
export const endpointOf = (handler: object): Endpoint | undefined => Reflect.getMetadata(ENDPOINT, handler) as Endpoint | undefined;
