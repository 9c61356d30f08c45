CREATE INDEX "authorisation_kept_until_id_idx" ON "authorisation"("kept_until", "id");
CREATE INDEX "recognition_tenant_id_authorisation_id_idx" ON "recognition"("tenant_id", "authorisation_id");
CREATE INDEX "job_tenant_id_authorisation_id_idx" ON "job"("tenant_id", "authorisation_id");

-- The application erases as the tenant whose things they are, and the store asks for the tombstone of each.
GRANT DELETE ON "authorisation" TO inkproof_app;
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "authorisation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('authorisation_material');
CREATE CONSTRAINT TRIGGER material_erased_on_record AFTER UPDATE OF "object_id" ON "authorisation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.object_id IS NOT NULL AND NEW.object_id IS DISTINCT FROM OLD.object_id) EXECUTE FUNCTION erased_on_record('authorisation_material');

-- What people granted and nobody need keep any more, page by page, so that what is held is passed by. A word ends with its
-- text, if that is withdrawn before; nobody writes that into a million rows, so it is reckoned here: six calendar months of
-- Asia/Shanghai, the first day not counted. Whether it really may go is asked again with the row locked.
CREATE FUNCTION gate_find_expired_authorisations(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    (SELECT a.id, a.tenant_id, a.kept_until AS due_at FROM authorisation a WHERE a.kept_until <= at AND (a.kept_until, a.id) > (after_at, after_id) ORDER BY a.kept_until, a.id LIMIT most)
    UNION ALL
    (SELECT a.id, a.tenant_id, ends.due_at FROM filing_version v JOIN authorisation a ON a.tenant_id = v.tenant_id AND a.version_id = v.id
       CROSS JOIN LATERAL (SELECT ((GREATEST(LEAST(v.ended_at, a.expires_at), a.last_relied_at) AT TIME ZONE 'Asia/Shanghai')::date + interval '6 months' + interval '1 day') AT TIME ZONE 'Asia/Shanghai' AS due_at) ends
     WHERE v.state = 'withdrawn' AND v.ended_at <= at AND a.withdrawn_at IS NULL AND (a.kept_until IS NULL OR a.kept_until > at) AND ends.due_at <= at AND (ends.due_at, a.id) > (after_at, after_id) ORDER BY ends.due_at, a.id LIMIT most)
  ) due ORDER BY due.due_at, due.id LIMIT most
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_expired_authorisations(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_expired_authorisations(timestamptz, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_expired_authorisations(timestamptz, timestamptz, text, integer) TO inkproof_app;
