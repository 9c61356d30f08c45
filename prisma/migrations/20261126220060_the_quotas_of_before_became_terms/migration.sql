-- Because every quota stands in the history of its tenant: what held when terms were first kept is what was contracted.
SELECT set_config('app.scope', 'provider', true);
SELECT quota_term_open('qtm_' || substr(q.tenant_id, 5), q.tenant_id, 'contracted', q.requests_per_second, 'at_once', NULL, NULL, NULL, NULL, NULL, 'migration', NULL) FROM quota q;
SELECT set_config('app.scope', '', true);
