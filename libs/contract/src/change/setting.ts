/**
 * What of a tenant's configuration bears on recognition, and so changes only after notice to the provider (三.1(3)). Endpoints
 * say with `settings` which members of their bodies are one of these; a spec fails on one that does not say.
 */
export const noticeSettings = ['callback_host', 'allowed_addresses', 'qps_need', 'key_purpose', 'retention', 'model_version', 'volume_forecast'] as const;
export type NoticeSetting = (typeof noticeSettings)[number];

/** Those of which nothing stands here that could be changed: a notice says in words what is planned. */
export const declaredSettings = ['qps_need', 'model_version', 'volume_forecast'] as const satisfies readonly NoticeSetting[];
