-- A decision cost the store half a millisecond: a dozen small statements, a row for each slot that was turned to, counted one by
-- one, and a log of rings that nobody may trust after a crash anyway.

-- A ring lies in one row with what decides, and one of more than 128 calls goes on in rows of 128. After a crash nothing is
-- accepted until the sentinel is a second old; what the rings held is older than a second by then, so they may be gone with it
-- and are not logged. They begin anew here, and so does the sentinel.
DROP TABLE "quota_slot";
TRUNCATE "quota_ring";
UPDATE "quota_sentinel" SET since = clock_timestamp();
ALTER TABLE "quota_ring" ADD COLUMN "latest_at" TIMESTAMPTZ(6), ADD COLUMN "instants" TIMESTAMPTZ(6)[] NOT NULL;
ALTER TABLE "quota_ring" SET UNLOGGED;

CREATE UNLOGGED TABLE "quota_span" (
    "tenant_id" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "span" INTEGER NOT NULL,
    "instants" TIMESTAMPTZ(6)[] NOT NULL,

    CONSTRAINT "quota_span_pkey" PRIMARY KEY ("tenant_id","ring","span")
);
ALTER TABLE "quota_span" ADD CONSTRAINT "quota_span_tenant_id_ring_fkey" FOREIGN KEY ("tenant_id", "ring") REFERENCES "quota_ring"("tenant_id", "name") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quota_span" SET (fillfactor = 50);
ALTER TABLE "quota_span" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "quota_span" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY gate ON "quota_span" TO inkproof_gate USING (true) WITH CHECK (true);
GRANT SELECT ON "quota_span" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "quota_span" TO inkproof_gate;

DROP FUNCTION quota_take(text, text, integer, text, integer[], boolean[], text[], integer, jsonb[]);
DROP FUNCTION quota_judge(text, text, integer, "Environment", integer[], boolean, boolean[], text[], integer, boolean, timestamptz);
DROP FUNCTION quota_deciding(text, text, quota_turn, integer, integer, timestamptz);
DROP FUNCTION quota_note(text, text, quota_turn, integer, timestamptz);
DROP FUNCTION quota_used(text, text, quota_turn, integer, timestamptz);
DROP FUNCTION quota_widen(text, text, integer);
DROP FUNCTION quota_turn_of(text, text, integer);
DROP FUNCTION quota_terms_of(text, timestamptz);
DROP TYPE quota_terms;
DROP TYPE quota_turn;

-- A ring as it was read: when the last call was accepted, and when the N-th last was. What lies before the first call is
-- '-infinity', so the instants are in order from the slot that is turned to next, all the way round.
CREATE TYPE quota_turn AS (capacity integer, accepted bigint, latest timestamptz, instants timestamptz[], deciding timestamptz);

-- Head and span are read by one statement, hence from one snapshot: a slot may be written over right after.
CREATE FUNCTION quota_turn_of(tenant text, ring_name text, n integer) RETURNS SETOF quota_turn
LANGUAGE sql STABLE AS $$
  SELECT h.capacity, h.accepted, h.latest_at, h.instants,
         CASE WHEN h.capacity < n THEN NULL WHEN d.slot < 128 THEN h.instants[d.slot + 1]
              ELSE (SELECT s.instants[d.slot % 128 + 1] FROM quota_span s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.span = d.slot / 128) END
  FROM quota_ring h, LATERAL (SELECT ((h.accepted - n + h.capacity) % NULLIF(h.capacity, 0))::integer AS slot) d
  WHERE h.tenant_id = tenant AND h.name = ring_name
$$;

-- What a call stands on, read by one statement: what its tenant was promised at an instant, the ring it counts in, and what the
-- tenant's other calls hold.
CREATE FUNCTION quota_footing_of(tenant text, own text, moment timestamptz)
RETURNS TABLE (n integer, changes_at timestamptz, resets_at timestamptz, in_flight_max integer, month_max_pages integer, overage boolean,
  in_flight bigint, pages_reserved bigint, pages_used bigint, stale bigint,
  capacity integer, accepted bigint, latest timestamptz, instants timestamptz[], deciding timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT l.n, f.until, (quota_month(moment) + interval '1 month') AT TIME ZONE 'Asia/Shanghai', CASE own WHEN 'test' THEN p.test_in_flight_max ELSE p.in_flight_max END, p.month_max_pages, p.overage,
         held.in_flight, held.reserved, held.settled + COALESCE((SELECT m.pages FROM page_month m WHERE m.tenant_id = tenant AND m.month = quota_month(moment)), 0), held.stale,
         h.capacity, h.accepted, h.latest, h.instants, h.deciding
  FROM tenant t
  JOIN plan p ON p.name = t.plan_name
  CROSS JOIN quota_in_force(tenant, moment) f
  CROSS JOIN LATERAL (SELECT CASE own WHEN 'test' THEN p.test_requests_per_second ELSE f.requests_per_second END AS n) l
  LEFT JOIN LATERAL quota_turn_of(tenant, own, l.n) h ON true
  CROSS JOIN (
    SELECT count(*) FILTER (WHERE e.in_flight AND e.environment::text = own AND e.expires_at > moment) AS in_flight,
           COALESCE(sum(e.pages) FILTER (WHERE e.month = quota_month(moment) AND e.expires_at > moment), 0) AS reserved,
           COALESCE(sum(e.pages) FILTER (WHERE e.month = quota_month(moment) AND e.expires_at IS NULL), 0) AS settled,
           count(*) FILTER (WHERE e.expires_at IS NULL OR e.expires_at <= moment) AS stale
    FROM quota_lease e WHERE e.tenant_id = tenant
  ) held
  WHERE t.id = tenant
$$;

-- When a call of a ring was accepted, counted from its first. Under the lock: slots are not written over.
CREATE FUNCTION quota_instant_of(tenant text, ring_name text, turn quota_turn, number bigint) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
DECLARE
  slot CONSTANT integer := (number + turn.capacity) % turn.capacity;
BEGIN
  IF slot < 128 THEN RETURN turn.instants[slot + 1]; END IF;
  RETURN (SELECT s.instants[slot % 128 + 1] FROM quota_span s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.span = slot / 128);
END $$;

-- How many of the last N calls were accepted within the second before `moment`. The ring is in order, so it is halved; a short
-- one in place, in its two parts.
CREATE FUNCTION quota_used(tenant text, ring_name text, turn quota_turn, n integer, moment timestamptz) RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  since CONSTANT timestamptz := moment - interval '1 second';
  turned integer;
  least_known integer := 0;
  most_possible integer;
  middle integer;
BEGIN
  IF turn.latest IS NULL OR turn.latest <= since THEN RETURN 0; END IF;
  IF turn.capacity <= 128 THEN
    turned := turn.accepted % turn.capacity;
    RETURN LEAST(n, turn.capacity - width_bucket(since, turn.instants[turned + 1:]) - width_bucket(since, turn.instants[:turned]));
  END IF;
  most_possible := LEAST(n::bigint, turn.accepted, turn.capacity::bigint);
  WHILE least_known < most_possible LOOP
    middle := (least_known + most_possible + 1) / 2;
    IF quota_instant_of(tenant, ring_name, turn, turn.accepted - middle) > since THEN least_known := middle; ELSE most_possible := middle - 1; END IF;
  END LOOP;
  RETURN least_known;
END $$;

-- When the N-th last call was accepted, counting `taken` that are accepted at `moment`.
CREATE FUNCTION quota_deciding(tenant text, ring_name text, turn quota_turn, n integer, taken integer, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT CASE WHEN taken >= n THEN moment ELSE quota_instant_of(tenant, ring_name, turn, turn.accepted + taken - n) END $$;

-- Notes that as many calls were accepted at `moment`; no more than N, so each has a slot of its own.
CREATE FUNCTION quota_note(tenant text, ring_name text, turn quota_turn, taken integer, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  noted timestamptz[] := turn.instants;
  slot integer := turn.accepted % turn.capacity;
  left_over integer := taken;
  run integer;
BEGIN
  WHILE left_over > 0 LOOP
    run := LEAST(left_over, 128 - slot % 128, turn.capacity - slot);
    IF slot < 128 THEN
      noted[slot + 1:slot + run] := array_fill(moment, ARRAY[run]);
    ELSE
      UPDATE quota_span s SET instants[slot % 128 + 1:slot % 128 + run] = array_fill(moment, ARRAY[run]) WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.span = slot / 128;
    END IF;
    left_over := left_over - run;
    slot := (slot + run) % turn.capacity;
  END LOOP;
  UPDATE quota_ring h SET accepted = turn.accepted + taken, latest_at = moment, instants = noted WHERE h.tenant_id = tenant AND h.name = ring_name;
END $$;

-- Lays a ring out, for the first time or for more calls. What is older than it remembered is older than a second, because no
-- second held more accepted calls than the largest N it ever had.
CREATE FUNCTION quota_lay(tenant text, ring_name text, n integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  h quota_ring;
  known timestamptz[];
  laid timestamptz[] := array_fill('-infinity'::timestamptz, ARRAY[n]);
BEGIN
  SELECT * INTO h FROM quota_ring r WHERE r.tenant_id = tenant AND r.name = ring_name;
  SELECT h.instants || array_agg(i.instant ORDER BY s.span, i.place) INTO known
    FROM quota_span s, unnest(s.instants) WITH ORDINALITY AS i (instant, place) WHERE s.tenant_id = tenant AND s.ring = ring_name;
  FOR number IN GREATEST(h.accepted - h.capacity, 0)..h.accepted - 1 LOOP
    laid[number % n + 1] := known[number % h.capacity + 1];
  END LOOP;
  DELETE FROM quota_span s WHERE s.tenant_id = tenant AND s.ring = ring_name;
  INSERT INTO quota_span (tenant_id, ring, span, instants) SELECT tenant, ring_name, i, laid[i * 128 + 1:(i + 1) * 128] FROM generate_series(1, (n - 1) / 128) i;
  UPDATE quota_ring r SET capacity = n, instants = laid[:128] WHERE r.tenant_id = tenant AND r.name = ring_name;
END $$;

-- Judges every limit of some calls of one caller in one step, and takes for each of all of them or of none. A refusal writes nothing.
--   key_n      N of the key's own quota, or null
--   asked, flying, leases   of each call: its pages, whether it counts as in flight while its lease holds, and what that is called
--   turns      whether the rings and the calls in flight are judged here; a limiter elsewhere may do that
--   takes      false to look only
--   exam       the instant, for exams of this law; null is the clock
--   waits      false to answer null and take nothing where that would take long: the ring is held by another, or has to be laid out
CREATE FUNCTION quota_judge(tenant text, key text, key_n integer, kind "Environment", asked integer[], turns boolean, flying boolean[], leases text[], lease_ms integer, takes boolean, exam timestamptz, waits boolean DEFAULT true)
RETURNS quota_verdict[]
LANGUAGE plpgsql AS $$
DECLARE
  own CONSTANT text := kind::text;
  v quota_verdict;
  n integer;
  changes_at timestamptz;
  resets_at timestamptz;
  stale bigint;
  ring quota_turn;
  key_ring quota_turn;
  -- How many calls it had accepted when the ring was locked.
  locked bigint;
  moment timestamptz;
  since timestamptz;
  trusted_since timestamptz;
  is_counted boolean;
  taken integer := 0;
  verdicts quota_verdict[] := '{}';
  held integer[] := '{}';
  i integer;
BEGIN
  -- Refusals of all are decided without the lock: whatever is accepted meanwhile only makes the N-th last later. Nothing is
  -- taken before everything was judged under it.
  FOR pass IN 1..2 LOOP
    moment := COALESCE(exam, clock_timestamp());
    IF pass = 2 THEN
      IF waits THEN
        SELECT h.accepted, (SELECT s.since FROM quota_sentinel s) INTO locked, trusted_since FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE OF h;
        IF NOT FOUND THEN
          INSERT INTO quota_ring (tenant_id, name, capacity, instants) VALUES (tenant, own, 0, '{}') ON CONFLICT DO NOTHING;
          SELECT h.accepted, (SELECT s.since FROM quota_sentinel s) INTO locked, trusted_since FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE OF h;
        END IF;
        IF key_n IS NOT NULL AND turns AND key_ring.capacity IS NULL THEN INSERT INTO quota_ring (tenant_id, name, capacity, instants) VALUES (tenant, key, 0, '{}') ON CONFLICT DO NOTHING; END IF;
      ELSE
        IF ring.deciding IS NULL OR (key_n IS NOT NULL AND key_ring.deciding IS NULL) THEN RETURN NULL; END IF;
        SELECT h.accepted, (SELECT s.since FROM quota_sentinel s) INTO locked, trusted_since FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE OF h SKIP LOCKED;
        IF NOT FOUND THEN RETURN NULL; END IF;
      END IF;
      moment := COALESCE(exam, clock_timestamp());
      IF trusted_since IS NULL THEN
        INSERT INTO quota_sentinel (id, since) VALUES (1, moment) ON CONFLICT DO NOTHING;
        trusted_since := moment;
      END IF;
    END IF;
    -- What was read before the lock holds under it if nobody was accepted meanwhile, neither a term nor a month began, and the ring is long enough.
    IF pass = 1 OR locked IS DISTINCT FROM ring.accepted OR changes_at <= moment OR resets_at <= moment OR ring.deciding IS NULL OR (key_n IS NOT NULL AND key_ring.deciding IS NULL) THEN
      SELECT f.n, f.changes_at, f.resets_at, f.in_flight_max, f.month_max_pages, f.overage, f.in_flight, f.pages_reserved, f.pages_used, f.stale, f.capacity, f.accepted, f.latest, f.instants, f.deciding
        INTO n, changes_at, resets_at, v.in_flight_max, v.month_max_pages, v.overage, v.in_flight, v.pages_reserved, v.pages_used, stale, ring.capacity, ring.accepted, ring.latest, ring.instants, ring.deciding
        FROM quota_footing_of(tenant, own, moment) f;
      IF n IS NULL AND NOT waits THEN RETURN NULL; END IF;
      IF n IS NULL THEN RAISE EXCEPTION 'tenant % has no quota', tenant USING ERRCODE = 'no_data_found'; END IF;
      is_counted := kind = 'live' AND v.month_max_pages IS NOT NULL;
      IF pass = 2 AND turns AND ring.capacity < n THEN
        PERFORM quota_lay(tenant, own, n);
        SELECT * INTO ring FROM quota_turn_of(tenant, own, n);
      END IF;
      IF turns AND key_n IS NOT NULL THEN
        SELECT * INTO key_ring FROM quota_turn_of(tenant, key, key_n);
        IF pass = 2 AND key_ring.capacity < key_n THEN
          PERFORM quota_lay(tenant, key, key_n);
          SELECT * INTO key_ring FROM quota_turn_of(tenant, key, key_n);
        END IF;
      END IF;
      IF NOT turns THEN ring := NULL; END IF;
    END IF;
    -- A clock that was set back does not let a ring run backwards.
    moment := GREATEST(moment, ring.latest, key_ring.latest);
    since := moment - interval '1 second';
    EXIT WHEN NOT takes OR ring.deciding > since OR key_ring.deciding > since;
  END LOOP;

  v.at := quota_instant(moment);
  v.requests_per_second := n;
  -- A ring whose N-th last call is old has room, whatever was written over it while nobody held it.
  v.remaining := CASE WHEN ring.deciding > since THEN 0 WHEN turns THEN GREATEST(n - quota_used(tenant, own, ring, n, moment), 1) END;
  IF key_n IS NOT NULL THEN
    v.key_remaining := CASE WHEN key_ring.deciding > since THEN 0 WHEN turns THEN GREATEST(key_n - quota_used(tenant, key, key_ring, key_n, moment), 1) END;
  END IF;
  v.resets_at := quota_instant(resets_at);

  FOR i IN 1..cardinality(asked) LOOP
    v.refused_by := NULL;
    v.retry_after_us := 0;
    IF turns AND trusted_since > since THEN
      v.accepted := NULL;
      v.retry_after_us := ceil(extract(epoch FROM (trusted_since - since)) * 1000000);
    ELSE
      IF ring.deciding > since THEN v.refused_by := CASE kind WHEN 'test' THEN 'test' ELSE 'tenant' END; END IF;
      IF key_ring.deciding > since AND (v.refused_by IS NULL OR key_ring.deciding > ring.deciding) THEN v.refused_by := 'key'; END IF;
      -- The one that lasts longest is named, so that its end is the end of all.
      IF v.refused_by IS NOT NULL THEN v.retry_after_us := ceil(extract(epoch FROM (GREATEST(ring.deciding, key_ring.deciding) - since)) * 1000000); END IF;
      IF v.refused_by IS NULL AND turns AND flying[i] AND v.in_flight >= v.in_flight_max THEN v.refused_by := 'in_flight'; END IF;
      -- Said before any other: waiting for a second does not help against it.
      IF is_counted AND NOT v.overage AND asked[i] > 0 AND v.pages_used + v.pages_reserved + asked[i] > v.month_max_pages THEN
        v.refused_by := 'allowance';
        v.retry_after_us := 0;
      END IF;
      v.accepted := v.refused_by IS NULL;
    END IF;
    IF takes AND v.accepted THEN
      taken := taken + 1;
      v.remaining := v.remaining - 1;
      v.key_remaining := v.key_remaining - 1;
      IF v.remaining = 0 THEN ring.deciding := quota_deciding(tenant, own, ring, n, taken, moment); END IF;
      IF v.key_remaining = 0 THEN key_ring.deciding := quota_deciding(tenant, key, key_ring, key_n, taken, moment); END IF;
      IF flying[i] THEN v.in_flight := v.in_flight + 1; END IF;
      v.pages_reserved := v.pages_reserved + asked[i];
      IF flying[i] OR asked[i] > 0 THEN held := held || i; END IF;
    END IF;
    verdicts := verdicts || v;
  END LOOP;

  IF taken = 0 THEN RETURN verdicts; END IF;
  IF turns THEN PERFORM quota_note(tenant, own, ring, taken, moment); END IF;
  IF turns AND key_n IS NOT NULL THEN PERFORM quota_note(tenant, key, key_ring, taken, moment); END IF;
  IF cardinality(held) > 0 THEN
    -- The lock would be held while the log is flushed, and a tenant's calls would queue behind the disk. So the flush is not
    -- waited for. What a crash can lose is under a second old, and it empties the sentinel, which is not logged.
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at)
      SELECT leases[h], tenant, kind, flying[h], asked[h], quota_month(moment), moment + make_interval(secs => lease_ms / 1000.0) FROM unnest(held) h;
  END IF;
  IF stale >= 16 THEN PERFORM quota_fold(tenant, moment); END IF;
  RETURN verdicts;
END $$;

-- Judges what several callers ask, each question as if it was asked alone: its tenant, the key and its N if it has one, and how
-- many of the calls that follow are its own. Each of `calls` is as `call_note` takes it, or null for a job, which is written down
-- by itself. The verdicts come in the order of the calls; null are those of a question that did not wait.
CREATE FUNCTION quota_take(tenants text[], keys text[], key_ns integer[], kinds text[], counts integer[], pages integer[], flies boolean[], leases text[], lease_ms integer, calls jsonb[], waits boolean)
RETURNS SETOF quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  v quota_verdict;
  verdicts quota_verdict[];
  first integer := 1;
  last integer;
BEGIN
  FOR q IN 1..cardinality(tenants) LOOP
    last := first + counts[q] - 1;
    verdicts := quota_judge(tenants[q], keys[q], key_ns[q], kinds[q]::"Environment", pages[first:last], true, flies[first:last], leases[first:last], lease_ms, true, NULL, waits);
    FOR i IN first..last LOOP
      v := verdicts[i - first + 1];
      IF v.accepted AND calls[i] IS NOT NULL THEN PERFORM call_note(tenants[q], v.at::timestamptz, calls[i]); END IF;
      RETURN NEXT v;
    END LOOP;
    first := last + 1;
  END LOOP;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_take(text[], text[], integer[], text[], integer[], integer[], boolean[], text[], integer, jsonb[], boolean) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
-- Small tables are scanned whole in plans that outlive their smallness; here everything is asked for by its key.
ALTER FUNCTION quota_look(text, text, integer, text) SET enable_seqscan = off;
ALTER FUNCTION quota_reserve(text, integer, text, integer, jsonb, timestamptz) SET enable_seqscan = off;
REVOKE ALL ON FUNCTION quota_judge(text, text, integer, "Environment", integer[], boolean, boolean[], text[], integer, boolean, timestamptz, boolean),
  quota_note(text, text, quota_turn, integer, timestamptz), quota_lay(text, text, integer), quota_footing_of(text, text, timestamptz),
  quota_take(text[], text[], integer[], text[], integer[], integer[], boolean[], text[], integer, jsonb[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_judge(text, text, integer, "Environment", integer[], boolean, boolean[], text[], integer, boolean, timestamptz, boolean),
  quota_note(text, text, quota_turn, integer, timestamptz), quota_lay(text, text, integer), quota_footing_of(text, text, timestamptz) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION quota_take(text[], text[], integer[], text[], integer[], integer[], boolean[], text[], integer, jsonb[], boolean) TO inkproof_app;
