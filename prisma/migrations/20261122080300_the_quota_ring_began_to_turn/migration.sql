-- QPS counts accepted calls: a call is refused if and only if N calls were accepted in the second before it
-- (agreement 1.2). The ring keeps when the last N calls were accepted; the N-th last decides.
GRANT SELECT, UPDATE ON "quota" TO inkproof_gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON "quota_slot" TO inkproof_gate;
CREATE POLICY gate ON "quota" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "quota_slot" TO inkproof_gate USING (true) WITH CHECK (true);
ALTER TABLE "quota_sentinel" SET UNLOGGED;
INSERT INTO quota_sentinel (id, since) VALUES (1, clock_timestamp());
GRANT SELECT, INSERT ON "quota_sentinel" TO inkproof_gate;
ALTER TABLE "quota" SET (fillfactor = 50);
ALTER TABLE "quota_slot" SET (fillfactor = 50);

-- When the call before the last `back` ones was accepted: quota_accepted_at(q, 1) is the last. Null when there is none that far back.
CREATE FUNCTION quota_accepted_at(q quota, back bigint) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT s.accepted_at FROM quota_slot s
  WHERE back <= q.accepted AND s.tenant_id = q.tenant_id AND s.slot = (q.accepted - back) % q.capacity
$$;

-- How many of the last N calls were accepted within the second before `moment`. The ring is in order, so it is halved.
CREATE FUNCTION quota_used(q quota, moment timestamptz) RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  least_known integer := 0;
  most_possible integer := LEAST(q.requests_per_second::bigint, q.accepted)::integer;
  middle integer;
BEGIN
  WHILE least_known < most_possible LOOP
    middle := (least_known + most_possible + 1) / 2;
    IF quota_accepted_at(q, middle) > moment - interval '1 second' THEN least_known := middle; ELSE most_possible := middle - 1; END IF;
  END LOOP;
  RETURN least_known;
END $$;

-- RFC 3339 to the microsecond; a driver's own dates stop at the millisecond.
CREATE FUNCTION quota_instant(moment timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- Accepts one call or refuses it, in one statement. A refusal writes nothing. `accepted` is null while the ring cannot be
-- trusted after a crash.
CREATE FUNCTION quota_take(tenant text)
RETURNS TABLE (accepted boolean, at text, requests_per_second integer, remaining integer, retry_after_us bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  q quota;
  deciding timestamptz;
  moment timestamptz;
  trusted_since timestamptz;
BEGIN
  -- A refusal can be decided without the lock: whatever is accepted meanwhile only makes the N-th last later. The head and
  -- the slot are read by one statement, hence from one snapshot: the slot may be written over right after.
  SELECT s.accepted_at INTO deciding
    FROM quota h JOIN quota_slot s ON s.tenant_id = h.tenant_id AND s.slot = (h.accepted - h.requests_per_second) % h.capacity
    WHERE h.tenant_id = tenant AND h.accepted >= h.requests_per_second;
  SELECT * INTO q FROM quota WHERE tenant_id = tenant;
  IF NOT FOUND THEN RAISE EXCEPTION 'tenant % has no quota', tenant USING ERRCODE = 'no_data_found'; END IF;
  moment := clock_timestamp();
  IF deciding IS NULL OR deciding <= moment - interval '1 second' THEN
    -- The lock would be held while the log is flushed, and a tenant's calls would queue behind the disk. So the flush
    -- is not waited for. What a crash can lose is under a second old, and it empties the sentinel, which is not logged.
    PERFORM set_config('synchronous_commit', 'off', true);
    SELECT * INTO q FROM quota WHERE tenant_id = tenant FOR NO KEY UPDATE;
    SELECT since INTO trusted_since FROM quota_sentinel;
    IF NOT FOUND THEN
      INSERT INTO quota_sentinel (id, since) VALUES (1, clock_timestamp()) ON CONFLICT DO NOTHING;
      trusted_since := clock_timestamp();
    END IF;
    -- A clock that was set back does not let the ring run backwards.
    moment := GREATEST(clock_timestamp(), quota_accepted_at(q, 1));
    IF trusted_since > moment - interval '1 second' THEN
      RETURN QUERY SELECT NULL::boolean, quota_instant(moment), q.requests_per_second, 0, ceil(extract(epoch FROM (trusted_since + interval '1 second' - moment)) * 1000000)::bigint;
      RETURN;
    END IF;
    deciding := quota_accepted_at(q, q.requests_per_second);
    IF deciding IS NULL OR deciding <= moment - interval '1 second' THEN
      INSERT INTO quota_slot (tenant_id, slot, accepted_at) VALUES (tenant, q.accepted % q.capacity, moment)
        ON CONFLICT (tenant_id, slot) DO UPDATE SET accepted_at = EXCLUDED.accepted_at;
      UPDATE quota SET accepted = quota.accepted + 1 WHERE tenant_id = tenant RETURNING * INTO q;
      RETURN QUERY SELECT true, quota_instant(moment), q.requests_per_second, q.requests_per_second - quota_used(q, moment), 0::bigint;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT false, quota_instant(moment), q.requests_per_second, 0,
    ceil(extract(epoch FROM (deciding + interval '1 second' - moment)) * 1000000)::bigint;
END $$;

-- What would be accepted now, without taking any of it.
CREATE FUNCTION quota_look(tenant text)
RETURNS TABLE (at text, requests_per_second integer, remaining integer)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT quota_instant(m.moment), q.requests_per_second, q.requests_per_second - quota_used(q, m.moment)
  FROM quota q, (SELECT clock_timestamp() AS moment) m WHERE q.tenant_id = tenant
$$;

-- A new N holds from the next call. A larger ring is laid out anew; what is older than it remembered is older than a second,
-- because no second held more accepted calls than the old N.
CREATE FUNCTION quota_set(tenant text, n integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  q quota;
  kept timestamptz[];
BEGIN
  IF NOT app_is_provider() THEN RAISE EXCEPTION 'only the provider sets a quota' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT * INTO q FROM quota WHERE tenant_id = tenant FOR NO KEY UPDATE;
  IF n > q.capacity THEN
    SELECT array_agg(quota_accepted_at(q, back) ORDER BY back) INTO kept
      FROM generate_series(1, LEAST(q.accepted, q.capacity::bigint)) back;
    DELETE FROM quota_slot WHERE tenant_id = tenant;
    INSERT INTO quota_slot (tenant_id, slot, accepted_at)
      SELECT tenant, (q.accepted - k.back) % n, k.accepted_at FROM unnest(kept) WITH ORDINALITY AS k (accepted_at, back);
  END IF;
  UPDATE quota SET requests_per_second = n, capacity = GREATEST(capacity, n) WHERE tenant_id = tenant;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_take(text) OWNER TO inkproof_gate;
ALTER FUNCTION quota_look(text) OWNER TO inkproof_gate;
ALTER FUNCTION quota_set(text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;

REVOKE ALL ON FUNCTION quota_take(text), quota_look(text), quota_set(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_take(text), quota_look(text), quota_set(text, integer) TO inkproof_app;
