-- How far the keeping of what was given under a version has been reckoned again; null when none of it is due.
ALTER TABLE "filing_version" ADD COLUMN "reckon_after" TEXT;
CREATE INDEX "versions_to_reckon" ON "filing_version"("id") WHERE "reckon_after" IS NOT NULL;
DROP INDEX "authorisation_tenant_id_version_id_idx";
CREATE INDEX "authorisation_tenant_id_version_id_id_idx" ON "authorisation"("tenant_id", "version_id", "id");

-- When words given under a version can be relied on no more: after the last version of its filing that asks for the same,
-- for the same purpose by the same method. Null while one of those has no end.
CREATE FUNCTION text_ends_at(tenant text, version text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_and(e.ends_at IS NOT NULL) THEN max(e.ends_at) END
  FROM filing_version v JOIN filing_version u ON u.tenant_id = v.tenant_id AND u.filing_id = v.filing_id AND u.accepted_at IS NOT NULL AND (u.purpose, u.method) IS NOT DISTINCT FROM (v.purpose, v.method)
    CROSS JOIN LATERAL (SELECT LEAST(u.ended_at, (u.ends_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AS ends_at) e
  WHERE v.tenant_id = tenant AND v.id = version
$$;

-- The most months that anybody asks for: agreement, law, or the tenant itself.
CREATE FUNCTION material_months(tenant text) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT COALESCE(max(r.months), 0) FROM retention_rule r WHERE r.record_class = 'authorisation_material' AND (r.tenant_id IS NULL OR r.tenant_id = tenant)
$$;

-- The same law as `keptUntil`: calendar months of Asia/Shanghai from the latest of the end and the last use, the first day not counted.
CREATE FUNCTION material_kept_until(withdrawn_at timestamptz, expires_at timestamptz, relied_at timestamptz, text_ends_at timestamptz, months integer) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN COALESCE(withdrawn_at, LEAST(expires_at, text_ends_at)) IS NOT NULL
    THEN ((GREATEST(COALESCE(withdrawn_at, LEAST(expires_at, text_ends_at)), relied_at) AT TIME ZONE 'Asia/Shanghai')::date + make_interval(months => months) + interval '1 day') AT TIME ZONE 'Asia/Shanghai' END
$$;
REVOKE ALL ON FUNCTION text_ends_at(text, text), material_months(text), material_kept_until(timestamptz, timestamptz, timestamptz, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION text_ends_at(text, text), material_months(text), material_kept_until(timestamptz, timestamptz, timestamptz, timestamptz, integer) TO inkproof_app;

-- What moves the end of many words at once marks their texts; nodes reckon them again, page by page. A withdrawal has to hold
-- at once, and would not, if it wrote into a million rows first.
CREATE FUNCTION text_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE filing_version v SET reckon_after = '' WHERE v.tenant_id = NEW.tenant_id AND v.filing_id = NEW.filing_id AND v.accepted_at IS NOT NULL AND (v.purpose, v.method) IS NOT DISTINCT FROM (NEW.purpose, NEW.method);
  RETURN NULL;
END $$;
CREATE TRIGGER text_moved AFTER UPDATE OF "state" ON "filing_version" FOR EACH ROW WHEN (NEW.state <> OLD.state AND NEW.accepted_at IS NOT NULL) EXECUTE FUNCTION text_moved();
CREATE FUNCTION material_lengthened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE filing_version v SET reckon_after = '' WHERE (NEW.tenant_id IS NULL OR v.tenant_id = NEW.tenant_id) AND v.accepted_at IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER material_lengthened AFTER INSERT ON "retention_rule" FOR EACH ROW WHEN (NEW.record_class = 'authorisation_material') EXECUTE FUNCTION material_lengthened();
REVOKE ALL ON FUNCTION text_moved(), material_lengthened() FROM PUBLIC;

-- The end of keeping stands in every row now, so the sweep goes by that alone. Whether it really may go is asked again with the row locked.
CREATE OR REPLACE FUNCTION gate_find_expired_authorisations(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.tenant_id, a.kept_until AS due_at FROM authorisation a WHERE a.kept_until <= at AND (a.kept_until, a.id) > (after_at, after_id) ORDER BY a.kept_until, a.id LIMIT most
$$;
