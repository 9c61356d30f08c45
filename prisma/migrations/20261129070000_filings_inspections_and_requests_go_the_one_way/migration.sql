-- Filings, inspections and requests of people go when their time is over, whole, by the one way. A version of a filing counts
-- from its end, or from when it was last relied on if that was later; what relied on it goes before it, and leaves the instant here.
ALTER TABLE "filing_version" ADD COLUMN "relied_until" TIMESTAMPTZ(3);
CREATE INDEX "inspection_item_tenant_id_version_id_idx" ON "inspection_item"("tenant_id", "version_id");
CREATE INDEX "filing_version_state_ended_at_idx" ON "filing_version"("state", "ended_at");
CREATE INDEX "inspection_closed_at_idx" ON "inspection"("closed_at");
CREATE INDEX "subject_request_ended_at_idx" ON "subject_request"("ended_at");

CREATE FUNCTION recognitions_relied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE filing_version v SET relied_until = g.at
  FROM (SELECT o.tenant_id, o.filing_version_id, max(o.created_at) AS at FROM gone o WHERE o.filing_version_id IS NOT NULL GROUP BY 1, 2) g
  WHERE v.tenant_id = g.tenant_id AND v.id = g.filing_version_id AND (v.relied_until IS NULL OR v.relied_until < g.at);
  RETURN NULL;
END $$;
CREATE TRIGGER recognitions_relied AFTER DELETE ON "recognition" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION recognitions_relied();
-- A word that was not taken back relies on its text until it expires, but no longer than until it goes.
CREATE FUNCTION authorisations_relied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE filing_version v SET relied_until = g.at
  FROM (SELECT o.tenant_id, o.version_id, max(GREATEST(o.last_relied_at, COALESCE(o.withdrawn_at, LEAST(o.expires_at, now())))) AS at FROM gone o GROUP BY 1, 2) g
  WHERE v.tenant_id = g.tenant_id AND v.id = g.version_id AND g.at IS NOT NULL AND (v.relied_until IS NULL OR v.relied_until < g.at);
  RETURN NULL;
END $$;
CREATE TRIGGER authorisations_relied AFTER DELETE ON "authorisation" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION authorisations_relied();

-- Words that were given under an earlier version of the same filing end with a later one, so that stays as well.
CREATE FUNCTION version_is_relied_on(of_tenant text, of_filing text, version text, place integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM recognition r WHERE r.tenant_id = of_tenant AND r.filing_version_id = version)
      OR EXISTS (SELECT FROM inspection_item i WHERE i.tenant_id = of_tenant AND i.version_id = version)
      OR EXISTS (SELECT FROM filing_version o JOIN authorisation a ON a.tenant_id = o.tenant_id AND a.version_id = o.id WHERE o.tenant_id = of_tenant AND o.filing_id = of_filing AND o.number <= place)
$$;

-- What was handed in, and what was judged, stands before everybody; the one way goes past it, and leaves a tombstone.
CREATE OR REPLACE FUNCTION filing_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' AND current_user <> 'inkproof_gate' THEN RAISE EXCEPTION 'version % was handed in and stays', OLD.id USING ERRCODE = 'check_violation'; END IF;
    RETURN OLD;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'submitted'), ('correction', 'submitted'),
    ('submitted', 'correction'), ('submitted', 'accepted'), ('submitted', 'refused'),
    ('accepted', 'superseded'), ('accepted', 'withdrawn'), ('submitted', 'withdrawn'), ('correction', 'withdrawn')) THEN
    RAISE EXCEPTION 'version % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state NOT IN ('draft', 'correction')
     AND (NEW.text, NEW.text_source, NEW.language, NEW.effective_on, NEW.ends_on, NEW.media, NEW.identity_binding, NEW.categories, NEW.concerns_minors, NEW.purpose, NEW.method, NEW.retention_days, NEW.controller_name, NEW.controller_contact, NEW.rights)
       IS DISTINCT FROM (OLD.text, OLD.text_source, OLD.language, OLD.effective_on, OLD.ends_on, OLD.media, OLD.identity_binding, OLD.categories, OLD.concerns_minors, OLD.purpose, OLD.method, OLD.retention_days, OLD.controller_name, OLD.controller_contact, OLD.rights) THEN
    RAISE EXCEPTION 'version % was handed in; its content stands', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION filing_part_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_state text;
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'inkproof_gate' THEN RETURN OLD; END IF;
  SELECT state::text INTO version_state FROM filing_version WHERE id = COALESCE(NEW.version_id, OLD.version_id) FOR UPDATE;
  IF version_state IS NOT NULL AND version_state NOT IN ('draft', 'correction') THEN
    RAISE EXCEPTION 'the version was handed in; its content stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE OR REPLACE FUNCTION inspection_file_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'inkproof_gate' THEN RETURN OLD; END IF;
  IF EXISTS (SELECT FROM inspection_item i WHERE i.id = COALESCE(NEW.item_id, OLD.item_id) AND i.verdict IS NOT NULL) THEN
    RAISE EXCEPTION 'item % was judged', COALESCE(NEW.item_id, OLD.item_id) USING ERRCODE = 'check_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE POLICY gate_erases ON "filing" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "filing_version" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "filing_span" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "filing_file" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "filing_event" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "inspection" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "inspection_item" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "inspection_file" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "inspection_event" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "subject_request" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "request_event" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "request_task" TO inkproof_gate USING (true) WITH CHECK (false);
GRANT DELETE ON "filing_version", "inspection", "subject_request" TO inkproof_gate;
GRANT SELECT ("id", "tenant_id"), DELETE ON "filing" TO inkproof_gate;
GRANT SELECT ("version_id", "tenant_id"), DELETE ON "filing_span", "filing_event" TO inkproof_gate;
GRANT SELECT ("version_id", "tenant_id", "object_id"), DELETE ON "filing_file" TO inkproof_gate;
GRANT SELECT ("id", "tenant_id", "inspection_id", "version_id"), DELETE ON "inspection_item" TO inkproof_gate;
GRANT SELECT ("item_id", "tenant_id", "object_id"), DELETE ON "inspection_file" TO inkproof_gate;
GRANT SELECT ("inspection_id", "tenant_id"), DELETE ON "inspection_event" TO inkproof_gate;
GRANT SELECT ("request_id", "tenant_id"), DELETE ON "request_event", "request_task" TO inkproof_gate;
GRANT SELECT ("filing_version_id") ON "recognition" TO inkproof_gate;
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "filing_version" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION erased_on_record('filing');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "inspection" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('inspection');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "subject_request" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('data_subject_request');

CREATE OR REPLACE FUNCTION only_its_own(of_tenant text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF of_tenant IS DISTINCT FROM app_tenant() THEN RAISE EXCEPTION 'what is kept of a tenant is erased by its own tenant' USING ERRCODE = 'check_violation'; END IF;
END $$;

-- A filing goes with its last version.
CREATE FUNCTION gate_erase_filings(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  filings text[];
BEGIN
  PERFORM only_its_own(of_tenant);
  RETURN QUERY
    WITH files AS (DELETE FROM filing_file f WHERE f.tenant_id = of_tenant AND f.version_id = ANY(ids) RETURNING f.version_id, f.object_id)
    DELETE FROM stored_object o USING files f WHERE o.tenant_id = of_tenant AND o.id = f.object_id RETURNING f.version_id, o.id, o.blob;
  DELETE FROM filing_span s WHERE s.tenant_id = of_tenant AND s.version_id = ANY(ids);
  DELETE FROM filing_event e WHERE e.tenant_id = of_tenant AND e.version_id = ANY(ids);
  WITH gone AS (DELETE FROM filing_version v WHERE v.tenant_id = of_tenant AND v.id = ANY(ids) RETURNING v.filing_id) SELECT array_agg(g.filing_id) INTO filings FROM gone g;
  DELETE FROM filing f WHERE f.tenant_id = of_tenant AND f.id = ANY(filings) AND NOT EXISTS (SELECT FROM filing_version v WHERE v.tenant_id = of_tenant AND v.filing_id = f.id);
END $$;

CREATE FUNCTION gate_erase_inspections(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM only_its_own(of_tenant);
  RETURN QUERY
    WITH files AS (DELETE FROM inspection_file f USING inspection_item i WHERE i.tenant_id = of_tenant AND i.inspection_id = ANY(ids) AND f.tenant_id = of_tenant AND f.item_id = i.id RETURNING i.inspection_id, f.object_id)
    DELETE FROM stored_object o USING files f WHERE o.tenant_id = of_tenant AND o.id = f.object_id RETURNING f.inspection_id, o.id, o.blob;
  DELETE FROM inspection_event e WHERE e.tenant_id = of_tenant AND e.inspection_id = ANY(ids);
  DELETE FROM inspection_item i WHERE i.tenant_id = of_tenant AND i.inspection_id = ANY(ids);
  DELETE FROM inspection s WHERE s.tenant_id = of_tenant AND s.id = ANY(ids);
END $$;

-- With the drawer, in which everything lies that anybody said with it.
CREATE FUNCTION gate_erase_requests(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM only_its_own(of_tenant);
  RETURN QUERY DELETE FROM drawer w WHERE w.owner = of_tenant AND w.name = ANY(ids) RETURNING w.name, w.name, w.key;
  DELETE FROM request_task t WHERE t.tenant_id = of_tenant AND t.request_id = ANY(ids);
  DELETE FROM request_event e WHERE e.tenant_id = of_tenant AND e.request_id = ANY(ids);
  DELETE FROM subject_request r WHERE r.tenant_id = of_tenant AND r.id = ANY(ids);
END $$;

-- Thirty-six calendar months of Asia/Shanghai, the first day not counted. A rule that keeps them longer is asked with the row
-- locked. What is narrowed down by an index first is so with days to spare, because months of the store's own zone end elsewhere.
CREATE FUNCTION kept_three_years(since timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT ((since AT TIME ZONE 'Asia/Shanghai')::date + interval '36 months' + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
$$;

CREATE FUNCTION gate_find_expired_filings(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    SELECT v.id, v.tenant_id, v.filing_id, v.number, kept_three_years(GREATEST(COALESCE(v.ended_at, v.reviewed_at), v.relied_until)) AS due_at FROM filing_version v
    WHERE v.state IN ('superseded', 'withdrawn', 'refused') AND COALESCE(v.ended_at, v.reviewed_at) <= at - interval '36 months' + interval '3 days'
  ) due
  WHERE due.due_at <= at AND (due.due_at, due.id) > (after_at, after_id) AND NOT version_is_relied_on(due.tenant_id, due.filing_id, due.id, due.number)
  ORDER BY due.due_at, due.id LIMIT most
$$;

CREATE FUNCTION gate_find_expired_inspections(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.tenant_id, kept_three_years(s.closed_at) AS due FROM inspection s
  WHERE s.closed_at <= at - interval '36 months' + interval '3 days' AND kept_three_years(s.closed_at) <= at AND (kept_three_years(s.closed_at), s.id) > (after_at, after_id) ORDER BY due, s.id LIMIT most
$$;

CREATE FUNCTION gate_find_expired_requests(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.tenant_id, kept_three_years(r.ended_at) AS due FROM subject_request r
  WHERE r.ended_at <= at - interval '36 months' + interval '3 days' AND kept_three_years(r.ended_at) <= at AND (kept_three_years(r.ended_at), r.id) > (after_at, after_id) ORDER BY due, r.id LIMIT most
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_erase_filings(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_inspections(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_requests(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_filings(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_inspections(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_requests(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION recognitions_relied(), authorisations_relied(), version_is_relied_on(text, text, text, integer), kept_three_years(timestamptz), gate_erase_filings(text, text[]), gate_erase_inspections(text, text[]), gate_erase_requests(text, text[]),
  gate_find_expired_filings(timestamptz, timestamptz, text, integer), gate_find_expired_inspections(timestamptz, timestamptz, text, integer), gate_find_expired_requests(timestamptz, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION version_is_relied_on(text, text, text, integer) TO inkproof_gate, inkproof_app;
GRANT EXECUTE ON FUNCTION kept_three_years(timestamptz) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION gate_erase_filings(text, text[]), gate_erase_inspections(text, text[]), gate_erase_requests(text, text[]),
  gate_find_expired_filings(timestamptz, timestamptz, text, integer), gate_find_expired_inspections(timestamptz, timestamptz, text, integer), gate_find_expired_requests(timestamptz, timestamptz, text, integer) TO inkproof_app;
