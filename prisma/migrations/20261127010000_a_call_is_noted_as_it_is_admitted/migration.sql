-- A call is noted as open in the step that admits it: one round trip, and none is admitted without a trace. As the rings,
-- the note is not waited for until it is on disk; what records the call writes its entry whether the note is there or not.
CREATE FUNCTION call_note(tenant text, moment timestamptz, call jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO open_call (id, tenant_id, at, request_id, key_id, channel, environment, route, expires_at)
    SELECT c.id, tenant, moment, c.request_id, c.key_id, c.channel, c.environment, c.route, clock_timestamp() + make_interval(secs => c.lasts_ms / 1000.0)
    FROM jsonb_to_record(call) AS c (id text, request_id text, key_id text, channel "Channel", environment "Environment", route text, lasts_ms integer)
$$;

DROP FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer);
DROP FUNCTION quota_reserve(text, integer, text, integer);

-- `call` as `call_note` takes it, or null for a job, which is written down by itself.
CREATE FUNCTION quota_take(tenant text, key text, key_n integer, kind text, pages integer, flies boolean, lease text, lease_ms integer, call jsonb)
RETURNS quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v quota_verdict;
BEGIN
  v := quota_judge(tenant, key, key_n, kind::"Environment", pages, true, flies, lease, lease_ms, true, NULL);
  IF v.accepted AND call IS NOT NULL THEN PERFORM call_note(tenant, v.at::timestamptz, call); END IF;
  RETURN v;
END $$;

-- The allowance alone, for a limiter that turns its rings elsewhere and accepted the call at `moment`.
CREATE FUNCTION quota_reserve(tenant text, pages integer, lease text, lease_ms integer, call jsonb, moment timestamptz)
RETURNS quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v quota_verdict;
BEGIN
  v := quota_judge(tenant, NULL, NULL, 'live', pages, false, false, lease, lease_ms, true, NULL);
  IF v.accepted AND call IS NOT NULL THEN PERFORM call_note(tenant, moment, call); END IF;
  RETURN v;
END $$;

-- The note alone, of a call that is judged elsewhere altogether.
CREATE FUNCTION quota_note_call(tenant text, call jsonb, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM call_note(tenant, moment, call);
END $$;

-- Nobody else notes calls.
REVOKE INSERT ON "open_call" FROM inkproof_app;
GRANT INSERT ON "open_call" TO inkproof_gate;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer, jsonb) OWNER TO inkproof_gate;
ALTER FUNCTION quota_reserve(text, integer, text, integer, jsonb, timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION quota_note_call(text, jsonb, timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION call_note(text, timestamptz, jsonb), quota_take(text, text, integer, text, integer, boolean, text, integer, jsonb),
  quota_reserve(text, integer, text, integer, jsonb, timestamptz), quota_note_call(text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION call_note(text, timestamptz, jsonb) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer, jsonb),
  quota_reserve(text, integer, text, integer, jsonb, timestamptz), quota_note_call(text, jsonb, timestamptz) TO inkproof_app;
