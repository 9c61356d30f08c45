-- What a plan grants beyond the weight of one call: calls at once, pages of a calendar month, and what test keys may.
ALTER TABLE "plan" ADD COLUMN "in_flight_max" INTEGER NOT NULL DEFAULT 100;
ALTER TABLE "plan" ADD COLUMN "month_max_pages" INTEGER;
ALTER TABLE "plan" ADD COLUMN "overage" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "plan" ADD COLUMN "test_requests_per_second" INTEGER NOT NULL DEFAULT 2;
ALTER TABLE "plan" ADD COLUMN "test_in_flight_max" INTEGER NOT NULL DEFAULT 2;
ALTER TABLE "plan" ADD CHECK ("in_flight_max" > 0 AND "month_max_pages" >= 0 AND "test_requests_per_second" BETWEEN 1 AND 5000 AND "test_in_flight_max" > 0);

-- A tenant has several rings now: one for its live calls, one for its test calls, one for each key with a quota of its own.
-- What the old ring remembers is a second old by the time calls are accepted again: its sentinel begins anew.
DROP FUNCTION quota_take(text);
DROP FUNCTION quota_look(text);
DROP FUNCTION quota_used(quota, timestamptz);
DROP FUNCTION quota_accepted_at(quota, bigint);
DROP TABLE "quota_slot";
ALTER TABLE "quota" DROP COLUMN "capacity", DROP COLUMN "accepted";
UPDATE "quota_sentinel" SET since = clock_timestamp();

CREATE TABLE "quota_ring" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "accepted" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "quota_ring_pkey" PRIMARY KEY ("tenant_id","name")
);

CREATE TABLE "quota_slot" (
    "tenant_id" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "quota_slot_pkey" PRIMARY KEY ("tenant_id","ring","slot")
);

CREATE TABLE "quota_lease" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "environment" "Environment" NOT NULL,
    "in_flight" BOOLEAN NOT NULL,
    "pages" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "expires_at" TIMESTAMPTZ(6),

    CONSTRAINT "quota_lease_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "page_month" (
    "tenant_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "pages" BIGINT NOT NULL,

    CONSTRAINT "page_month_pkey" PRIMARY KEY ("tenant_id","month")
);

CREATE INDEX "quota_lease_tenant_id_idx" ON "quota_lease"("tenant_id");

ALTER TABLE "quota_ring" ADD CONSTRAINT "quota_ring_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quota_slot" ADD CONSTRAINT "quota_slot_tenant_id_ring_fkey" FOREIGN KEY ("tenant_id", "ring") REFERENCES "quota_ring"("tenant_id", "name") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quota_lease" ADD CONSTRAINT "quota_lease_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "page_month" ADD CONSTRAINT "page_month_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quota" RESET (fillfactor);
ALTER TABLE "quota_ring" SET (fillfactor = 50);
ALTER TABLE "quota_slot" SET (fillfactor = 50);
ALTER TABLE "quota_lease" SET (fillfactor = 50);

ALTER TABLE "quota_ring" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "quota_slot" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "quota_lease" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "page_month" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "quota_ring" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "quota_slot" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
-- A lease is settled or given back in the transaction that records its call, which is the tenant's.
CREATE POLICY own_tenant ON "quota_lease" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "page_month" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider_reads ON "page_month" FOR SELECT TO inkproof_app USING (app_is_provider());
GRANT SELECT, INSERT, UPDATE, DELETE ON "quota_lease" TO inkproof_app;
GRANT SELECT ON "page_month", "quota_ring", "quota_slot" TO inkproof_app;
CREATE POLICY gate ON "quota_ring" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "quota_slot" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "quota_lease" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "page_month" TO inkproof_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quota_ring", "quota_slot", "quota_lease" TO inkproof_gate;
GRANT SELECT, INSERT, UPDATE ON "page_month" TO inkproof_gate;

-- What was said of one call, and how all limits stood at that instant. `accepted` is null while the rings cannot be trusted.
CREATE TYPE quota_verdict AS (
  accepted boolean,
  -- The limit that decided: tenant, key, test, in_flight or allowance.
  refused_by text,
  at text,
  retry_after_us bigint,
  -- Of the ring this call counts in: the tenant's, or that of its test keys.
  requests_per_second integer,
  remaining integer,
  key_remaining integer,
  in_flight bigint,
  in_flight_max integer,
  pages_used bigint,
  pages_reserved bigint,
  month_max_pages integer,
  overage boolean,
  resets_at text
);

-- What of a ring decides: when the N-th last call was accepted, and the last.
CREATE TYPE quota_turn AS (capacity integer, accepted bigint, deciding timestamptz, latest timestamptz);

-- Head and slots are read by one statement, hence from one snapshot: a slot may be written over right after.
CREATE FUNCTION quota_turn_of(tenant text, ring_name text, n integer) RETURNS quota_turn
LANGUAGE sql STABLE AS $$
  SELECT h.capacity, h.accepted,
         (SELECT s.accepted_at FROM quota_slot s WHERE h.accepted >= n AND h.capacity >= n AND s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (h.accepted - n) % h.capacity),
         (SELECT s.accepted_at FROM quota_slot s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (h.accepted - 1) % h.capacity)
  FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = ring_name
$$;

-- How many of the last N calls were accepted within the second before `moment`. The ring is in order, so it is halved.
CREATE FUNCTION quota_used(tenant text, ring_name text, turn quota_turn, n integer, moment timestamptz) RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  least_known integer := 0;
  most_possible integer := LEAST(n::bigint, turn.accepted, turn.capacity::bigint)::integer;
  middle integer;
  since timestamptz := moment - interval '1 second';
BEGIN
  IF turn.latest IS NULL OR turn.latest <= since THEN RETURN 0; END IF;
  WHILE least_known < most_possible LOOP
    middle := (least_known + most_possible + 1) / 2;
    IF (SELECT s.accepted_at FROM quota_slot s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (turn.accepted - middle) % turn.capacity) > since
      THEN least_known := middle; ELSE most_possible := middle - 1; END IF;
  END LOOP;
  RETURN least_known;
END $$;

-- Lays a ring out anew for more calls. What is older than it remembered is older than a second, because no second held
-- more accepted calls than the largest N it ever had.
CREATE FUNCTION quota_widen(tenant text, ring_name text, n integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  h quota_ring;
  kept timestamptz[];
BEGIN
  SELECT * INTO h FROM quota_ring WHERE tenant_id = tenant AND name = ring_name;
  SELECT array_agg(s.accepted_at ORDER BY back) INTO kept
    FROM generate_series(1, LEAST(h.accepted, h.capacity::bigint)) back
    JOIN quota_slot s ON s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (h.accepted - back) % h.capacity;
  DELETE FROM quota_slot WHERE tenant_id = tenant AND ring = ring_name;
  INSERT INTO quota_slot (tenant_id, ring, slot, accepted_at)
    SELECT tenant, ring_name, (h.accepted - k.back) % n, k.accepted_at FROM unnest(kept) WITH ORDINALITY AS k (accepted_at, back);
  UPDATE quota_ring SET capacity = n WHERE tenant_id = tenant AND name = ring_name;
END $$;

CREATE FUNCTION quota_note(tenant text, ring_name text, turn quota_turn, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO quota_slot (tenant_id, ring, slot, accepted_at) VALUES (tenant, ring_name, turn.accepted % turn.capacity, moment)
    ON CONFLICT (tenant_id, ring, slot) DO UPDATE SET accepted_at = EXCLUDED.accepted_at;
  UPDATE quota_ring SET accepted = accepted + 1 WHERE tenant_id = tenant AND name = ring_name;
END $$;

CREATE FUNCTION quota_month(moment timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$ SELECT date_trunc('month', moment AT TIME ZONE 'Asia/Shanghai')::date $$;

-- What a tenant was promised at an instant.
CREATE TYPE quota_terms AS (requests_per_second integer, changes_at timestamptz,
  in_flight_max integer, month_max_pages integer, overage boolean, test_requests_per_second integer, test_in_flight_max integer);

CREATE FUNCTION quota_terms_of(tenant text, moment timestamptz) RETURNS quota_terms
LANGUAGE sql STABLE AS $$
  SELECT f.requests_per_second, f.until, p.in_flight_max, p.month_max_pages, p.overage, p.test_requests_per_second, p.test_in_flight_max
  FROM quota_in_force(tenant, moment) f, tenant t JOIN plan p ON p.name = t.plan_name
  WHERE t.id = tenant
$$;

-- Judges every limit of one call in one step, and takes of all of them or of none. A refusal writes nothing.
--   key_n      N of the key's own quota, or null
--   turns      whether the rings and the calls in flight are judged here; a limiter elsewhere may do that
--   flies      whether the call counts as in flight while its lease holds
--   takes      false to look only
--   exam       the instant, for exams of this law; null is the clock
CREATE FUNCTION quota_judge(tenant text, key text, key_n integer, kind "Environment", asked_pages integer, turns boolean, flies boolean, lease text, lease_ms integer, takes boolean, exam timestamptz)
RETURNS quota_verdict
LANGUAGE plpgsql AS $$
DECLARE
  own CONSTANT text := kind::text;
  v quota_verdict;
  t quota_terms;
  n integer;
  ring quota_turn;
  key_ring quota_turn;
  moment timestamptz;
  since timestamptz;
  trusted_since timestamptz;
  counted date;
  is_counted boolean;
  stale bigint;
BEGIN
  -- A refusal is decided without the lock: whatever is accepted meanwhile only makes the N-th last later. Nothing is taken
  -- before everything was judged again under it.
  FOR pass IN 1..2 LOOP
    moment := COALESCE(exam, clock_timestamp());
    IF pass = 2 THEN
      -- The lock would be held while the log is flushed, and a tenant's calls would queue behind the disk. So the flush
      -- is not waited for. What a crash can lose is under a second old, and it empties the sentinel, which is not logged.
      PERFORM set_config('synchronous_commit', 'off', true);
      PERFORM 1 FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE;
      IF NOT FOUND THEN
        INSERT INTO quota_ring (tenant_id, name, capacity) VALUES (tenant, own, n) ON CONFLICT DO NOTHING;
        PERFORM 1 FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE;
      END IF;
      IF key_n IS NOT NULL AND turns THEN INSERT INTO quota_ring (tenant_id, name, capacity) VALUES (tenant, key, key_n) ON CONFLICT DO NOTHING; END IF;
      moment := COALESCE(exam, clock_timestamp());
      SELECT s.since INTO trusted_since FROM quota_sentinel s;
      IF NOT FOUND THEN
        INSERT INTO quota_sentinel (id, since) VALUES (1, moment) ON CONFLICT DO NOTHING;
        trusted_since := moment;
      END IF;
    END IF;
    IF pass = 1 OR t.changes_at <= moment THEN
      t := quota_terms_of(tenant, moment);
      IF t.requests_per_second IS NULL THEN RAISE EXCEPTION 'tenant % has no quota', tenant USING ERRCODE = 'no_data_found'; END IF;
      n := CASE kind WHEN 'test' THEN t.test_requests_per_second ELSE t.requests_per_second END;
      is_counted := kind = 'live' AND t.month_max_pages IS NOT NULL;
    END IF;

    IF turns THEN
      ring := quota_turn_of(tenant, own, n);
      IF pass = 2 AND ring.capacity < n THEN
        PERFORM quota_widen(tenant, own, n);
        ring := quota_turn_of(tenant, own, n);
      END IF;
      IF key_n IS NOT NULL THEN
        key_ring := quota_turn_of(tenant, key, key_n);
        IF pass = 2 AND key_ring.capacity < key_n THEN
          PERFORM quota_widen(tenant, key, key_n);
          key_ring := quota_turn_of(tenant, key, key_n);
        END IF;
      END IF;
      -- A clock that was set back does not let a ring run backwards.
      moment := GREATEST(moment, ring.latest, key_ring.latest);
    END IF;
    since := moment - interval '1 second';
    counted := quota_month(moment);
    v.accepted := true;
    v.refused_by := NULL;
    v.retry_after_us := 0;

    IF pass = 2 AND turns AND trusted_since > since THEN
      v.accepted := NULL;
      v.retry_after_us := ceil(extract(epoch FROM (trusted_since - since)) * 1000000);
    ELSE
      IF ring.deciding > since THEN v.refused_by := CASE kind WHEN 'test' THEN 'test' ELSE 'tenant' END; END IF;
      IF key_ring.deciding > since AND (v.refused_by IS NULL OR key_ring.deciding > ring.deciding) THEN v.refused_by := 'key'; END IF;
      -- The one that lasts longest is named, so that its end is the end of all.
      IF v.refused_by IS NOT NULL THEN v.retry_after_us := ceil(extract(epoch FROM (GREATEST(ring.deciding, key_ring.deciding) - since)) * 1000000); END IF;
      IF pass = 2 OR NOT takes OR (v.refused_by IS NOT NULL AND is_counted) THEN
        SELECT count(*) FILTER (WHERE l.in_flight AND l.environment = kind AND l.expires_at > moment),
               COALESCE(sum(l.pages) FILTER (WHERE l.month = counted AND l.expires_at > moment), 0),
               COALESCE(sum(l.pages) FILTER (WHERE l.month = counted AND l.expires_at IS NULL), 0)
                 + CASE WHEN is_counted OR NOT takes THEN COALESCE((SELECT m.pages FROM page_month m WHERE m.tenant_id = tenant AND m.month = counted), 0) ELSE 0 END,
               count(*) FILTER (WHERE l.expires_at IS NULL OR l.expires_at <= moment)
          INTO v.in_flight, v.pages_reserved, v.pages_used, stale FROM quota_lease l WHERE l.tenant_id = tenant;
      END IF;
      v.in_flight_max := CASE kind WHEN 'test' THEN t.test_in_flight_max ELSE t.in_flight_max END;
      IF v.refused_by IS NULL AND turns AND flies AND v.in_flight >= v.in_flight_max THEN v.refused_by := 'in_flight'; END IF;
      -- Said before any other: waiting for a second does not help against it.
      IF is_counted AND NOT t.overage AND asked_pages > 0 AND v.pages_used + v.pages_reserved + asked_pages > t.month_max_pages THEN
        v.refused_by := 'allowance';
        v.retry_after_us := 0;
      END IF;
      v.accepted := v.refused_by IS NULL;
    END IF;
    EXIT WHEN NOT takes OR v.accepted IS NOT TRUE;

    IF pass = 2 THEN
      IF turns THEN
        PERFORM quota_note(tenant, own, ring, moment);
        ring.accepted := ring.accepted + 1;
        ring.latest := moment;
        IF key_n IS NOT NULL THEN
          PERFORM quota_note(tenant, key, key_ring, moment);
          key_ring.accepted := key_ring.accepted + 1;
          key_ring.latest := moment;
        END IF;
      END IF;
      IF flies OR asked_pages > 0 THEN
        INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at)
          VALUES (lease, tenant, kind, flies, asked_pages, counted, moment + make_interval(secs => lease_ms / 1000.0));
        v.in_flight := v.in_flight + (CASE WHEN flies THEN 1 ELSE 0 END);
        v.pages_reserved := v.pages_reserved + asked_pages;
      END IF;
      IF stale >= 16 THEN PERFORM quota_fold(tenant, moment); END IF;
    END IF;
  END LOOP;

  v.at := quota_instant(moment);
  v.requests_per_second := n;
  v.remaining := CASE WHEN v.refused_by IN ('tenant', 'test') OR v.accepted IS NULL THEN 0 WHEN turns THEN n - quota_used(tenant, own, ring, n, moment) END;
  v.key_remaining := CASE WHEN key_n IS NULL THEN NULL WHEN v.refused_by = 'key' THEN 0 WHEN turns THEN key_n - quota_used(tenant, key, key_ring, key_n, moment) END;
  v.month_max_pages := t.month_max_pages;
  v.overage := t.overage;
  v.resets_at := quota_instant((counted + interval '1 month') AT TIME ZONE 'Asia/Shanghai');
  RETURN v;
END $$;

-- Pages that were settled become part of their month, and leases that nobody renewed are given back.
CREATE FUNCTION quota_fold(tenant text, moment timestamptz) RETURNS void
LANGUAGE sql AS $$
  WITH gone AS (
    DELETE FROM quota_lease l WHERE l.tenant_id = tenant AND (l.expires_at IS NULL OR l.expires_at <= moment) RETURNING l.month, l.pages, l.expires_at
  )
  INSERT INTO page_month (tenant_id, month, pages)
    SELECT tenant, g.month, sum(g.pages) FROM gone g WHERE g.expires_at IS NULL GROUP BY g.month
    ON CONFLICT (tenant_id, month) DO UPDATE SET pages = page_month.pages + EXCLUDED.pages
$$;

CREATE FUNCTION quota_take(tenant text, key text, key_n integer, kind text, pages integer, flies boolean, lease text, lease_ms integer)
RETURNS quota_verdict LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT quota_judge(tenant, key, key_n, kind::"Environment", pages, true, flies, lease, lease_ms, true, NULL)
$$;

-- The allowance alone, for a limiter that turns its rings elsewhere.
CREATE FUNCTION quota_reserve(tenant text, pages integer, lease text, lease_ms integer)
RETURNS quota_verdict LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT quota_judge(tenant, NULL, NULL, 'live', pages, false, false, lease, lease_ms, true, NULL)
$$;

-- How everything stands, without taking any of it. `accepted` says whether a call of one page would be.
CREATE FUNCTION quota_look(tenant text, key text, key_n integer, kind text)
RETURNS quota_verdict LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT quota_judge(tenant, key, key_n, kind::"Environment", 1, true, true, NULL, NULL, false, NULL)
$$;

-- Prolongs leases of any tenant, and answers those it did not find.
CREATE FUNCTION quota_renew(leases text[], lease_ms integer)
RETURNS TABLE (missing text) LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH renewed AS (
    UPDATE quota_lease SET expires_at = GREATEST(expires_at, clock_timestamp() + make_interval(secs => lease_ms / 1000.0))
      WHERE id = ANY (leases) AND expires_at IS NOT NULL RETURNING id
  )
  SELECT asked FROM unnest(leases) AS asked WHERE NOT EXISTS (SELECT FROM quota_lease l WHERE l.id = asked)
$$;

-- Takes leases again whose calls still run.
CREATE FUNCTION quota_restore(leases text[], tenants text[], kinds text[], fly boolean[], reserved integer[], lease_ms integer)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at)
    SELECT r.id, r.tenant_id, r.kind::"Environment", r.in_flight, r.pages, quota_month(clock_timestamp()), clock_timestamp() + make_interval(secs => lease_ms / 1000.0)
    FROM unnest(leases, tenants, kinds, fly, reserved) AS r (id, tenant_id, kind, in_flight, pages)
    ON CONFLICT (id) DO NOTHING
$$;

-- A new N holds from the next call; its ring is widened by the call that finds it too narrow.
CREATE OR REPLACE FUNCTION quota_set(tenant text, n integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app_is_provider() THEN RAISE EXCEPTION 'only the provider sets a quota' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE quota SET requests_per_second = n WHERE tenant_id = tenant;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION quota_reserve(text, integer, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION quota_look(text, text, integer, text) OWNER TO inkproof_gate;
ALTER FUNCTION quota_renew(text[], integer) OWNER TO inkproof_gate;
ALTER FUNCTION quota_restore(text[], text[], text[], boolean[], integer[], integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION quota_judge(text, text, integer, "Environment", integer, boolean, boolean, text, integer, boolean, timestamptz), quota_fold(text, timestamptz),
  quota_note(text, text, quota_turn, timestamptz), quota_widen(text, text, integer),
  quota_take(text, text, integer, text, integer, boolean, text, integer), quota_reserve(text, integer, text, integer), quota_look(text, text, integer, text), quota_renew(text[], integer), quota_restore(text[], text[], text[], boolean[], integer[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_judge(text, text, integer, "Environment", integer, boolean, boolean, text, integer, boolean, timestamptz), quota_fold(text, timestamptz),
  quota_note(text, text, quota_turn, timestamptz), quota_widen(text, text, integer) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer), quota_reserve(text, integer, text, integer), quota_look(text, text, integer, text), quota_renew(text[], integer), quota_restore(text[], text[], text[], boolean[], integer[], integer) TO inkproof_app;

-- Nodes say where they keep their rates.
ALTER TABLE "node" ADD COLUMN "limiter" TEXT;
