-- Of a version, what is done to what, when and for whom, in the words of what a second person approves.
CREATE FUNCTION maintenance_deed(one text, num integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'urgency', v.kind,
    'effective_from', to_char(v.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'ends_at', to_char(v.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'begins', CASE WHEN v.begins_by_itself THEN 'by_itself' ELSE 'by_hand' END,
    'ends', CASE WHEN v.ends_by_itself THEN 'by_itself' ELSE 'by_hand' END,
    'unavailable', (SELECT COALESCE(jsonb_agg(c.component_id ORDER BY p.place), '[]') FROM maintenance_component c JOIN component p ON p.id = c.component_id WHERE c.window_id = one AND c.number = num AND c.impact = 'unavailable'),
    'degraded', (SELECT COALESCE(jsonb_agg(c.component_id ORDER BY p.place), '[]') FROM maintenance_component c JOIN component p ON p.id = c.component_id WHERE c.window_id = one AND c.number = num AND c.impact = 'degraded'),
    'plans', CASE WHEN cardinality(v.plans) = 0 THEN to_jsonb('all'::text) ELSE to_jsonb(v.plans) END)
  FROM maintenance_version v WHERE v.window_id = one AND v.number = num
$$;

-- Whether a request of that kind was approved that says of this window what the version says.
CREATE FUNCTION maintenance_approved(request text, of_kind text, one text, num integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM approval a WHERE a.id = request AND a.kind = of_kind AND a.state = 'approved' AND a.payload::jsonb ->> 'maintenance' = one AND a.payload::jsonb - ARRAY['maintenance', 'title', 'content_sha256'] = maintenance_deed(one, num))
$$;

CREATE OR REPLACE FUNCTION maintenance_window_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('draft', 'scheduled'), ('draft', 'cancelled'), ('scheduled', 'in_progress'), ('scheduled', 'cancelled'), ('in_progress', 'verifying'), ('in_progress', 'completed'), ('verifying', 'in_progress'), ('verifying', 'completed')) THEN
    RAISE EXCEPTION 'window % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.published_at IS NULL AND NEW.published_at IS NOT NULL AND EXISTS (SELECT FROM maintenance_version v WHERE v.window_id = NEW.id AND v.number = NEW.version AND v.kind = 'planned')
     AND (NEW.approved_by IS NULL OR NOT maintenance_approved(NEW.approval_id, 'maintenance.publish', NEW.id, NEW.version)) THEN
    RAISE EXCEPTION 'window % was approved by nobody', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  -- While it runs, one person may say that it takes longer. Words, and emergencies that stay such, are one person's too.
  IF OLD.published_at IS NOT NULL AND NEW.version <> OLD.version AND OLD.state = 'scheduled'
     AND maintenance_deed(NEW.id, NEW.version) IS DISTINCT FROM maintenance_deed(OLD.id, OLD.version)
     AND EXISTS (SELECT FROM maintenance_version v WHERE v.window_id = NEW.id AND v.number IN (OLD.version, NEW.version) AND v.kind = 'planned')
     AND NOT EXISTS (SELECT FROM maintenance_change c WHERE c.window_id = NEW.id AND maintenance_approved(c.approval_id, 'maintenance.change', NEW.id, NEW.version)) THEN
    RAISE EXCEPTION 'version % of window % was approved by nobody', NEW.version, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What was announced reads as a list of versions, so none may stand there that never was in force. Looked at when all of an act is written.
CREATE FUNCTION maintenance_version_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM maintenance_window w WHERE w.id = NEW.window_id AND w.published_at IS NOT NULL AND NEW.number > w.version) THEN
    RAISE EXCEPTION 'version % of window % is not in force', NEW.number, NEW.window_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER maintenance_version_in_force AFTER INSERT ON "maintenance_version" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION maintenance_version_in_force();
REVOKE ALL ON FUNCTION maintenance_version_in_force() FROM PUBLIC;
