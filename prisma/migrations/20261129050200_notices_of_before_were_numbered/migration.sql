-- What tenants were told before there were numbers comes first, by the age of the notice.
UPDATE "notice_tenant" t SET "told_number" = n.number
FROM (SELECT notice_id, tenant_id, nextval('notice_told') AS number FROM (SELECT notice_id, tenant_id FROM "notice_tenant" WHERE "expanded_at" IS NOT NULL ORDER BY notice_id, tenant_id) told) n
WHERE t.notice_id = n.notice_id AND t.tenant_id = n.tenant_id;
