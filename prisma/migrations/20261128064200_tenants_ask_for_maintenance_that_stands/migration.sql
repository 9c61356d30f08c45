-- What is above every page of a tenant asks for what is not over, and for nothing else.
DROP FUNCTION gate_list_maintenance(text, text, text, int);
CREATE FUNCTION gate_list_maintenance(tenant text, one text, standing boolean, beyond text, size int)
RETURNS TABLE (id text, version int, number int, state "MaintenanceState", kind "MaintenanceKind", title_zh text, title_en text, text_zh text, text_en text, starts_at timestamptz, ends_at timestamptz, reason text, written_at timestamptz, published_at timestamptz, announced_at timestamptz, started_at timestamptz, verifying_at timestamptz, ended_at timestamptz, overrun_of timestamptz, restored text[], components jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.version, v.number, w.state, v.kind, v.title_zh, v.title_en, v.text_zh, v.text_en, v.starts_at, v.ends_at, v.reason, v.written_at, w.published_at, w.announced_at, w.started_at, w.verifying_at, w.ended_at, w.overrun_of, w.restored,
    (SELECT jsonb_object_agg(c.component_id, c.impact) FROM maintenance_component c WHERE c.window_id = w.id AND c.number = v.number)
  FROM maintenance_window w
    JOIN maintenance_version v ON v.window_id = w.id AND (v.number = w.version OR one IS NOT NULL)
    JOIN tenant t ON t.id = tenant
  WHERE w.published_at IS NOT NULL AND (one IS NULL OR w.id = one) AND (NOT standing OR w.state IN ('scheduled', 'in_progress', 'verifying')) AND (beyond IS NULL OR w.id < beyond)
    -- It touched them by any of its versions: whoever was told of a window still finds it.
    AND EXISTS (SELECT FROM maintenance_version o WHERE o.window_id = w.id AND (cardinality(o.plans) = 0 OR t.plan_name = ANY (o.plans))
      AND EXISTS (SELECT FROM maintenance_component c WHERE c.window_id = o.window_id AND c.number = o.number AND c.impact <> 'none'))
  ORDER BY w.id DESC, v.number DESC LIMIT size
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_list_maintenance(text, text, boolean, text, int) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_list_maintenance(text, text, boolean, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_list_maintenance(text, text, boolean, text, int) TO inkproof_app;
