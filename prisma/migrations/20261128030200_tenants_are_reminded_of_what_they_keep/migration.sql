-- Reminders are of days, not of rows: a text that ends may let a million end on one day. One row for a day and a mark, written
-- in the transaction of the mail, and so told once.
CREATE TABLE "keeping_reminder" (
    "tenant_id" TEXT NOT NULL,
    "last_day" DATE NOT NULL,
    "mark" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "told_on" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "keeping_reminder_pkey" PRIMARY KEY ("tenant_id","last_day","mark")
);
CREATE INDEX "keeping_reminder_tenant_id_told_on_idx" ON "keeping_reminder"("tenant_id", "told_on");
ALTER TABLE "keeping_reminder" ADD CONSTRAINT "keeping_reminder_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "keeping_reminder" ADD CONSTRAINT "told_before_it_is_over" CHECK ("told_on" <= "last_day" AND "mark" > 0 AND "count" > 0);
ALTER TABLE "keeping_reminder" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "keeping_reminder" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY gate ON "keeping_reminder" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT, INSERT ON "keeping_reminder" TO inkproof_app;
GRANT SELECT ON "keeping_reminder" TO inkproof_gate;

ALTER TABLE "authorisation" DROP COLUMN "reminded_days";
CREATE INDEX "kept_by_tenants" ON "authorisation"("tenant_id", "kept_until") WHERE "custody" = 'commitment';

-- Until when so many days before the end: the smallest mark that is not passed yet. Null where no mark is reached.
CREATE FUNCTION keeping_mark(last_day date, today date, marks integer[]) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT min(m) FROM unnest(marks) m WHERE last_day - today BETWEEN 0 AND m
$$;
REVOKE ALL ON FUNCTION keeping_mark(date, date, integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keeping_mark(date, date, integer[]) TO inkproof_app, inkproof_gate;

-- Tenants that are to be told something today and have not been told yet. Keeping ends when a day of Shanghai does, so the
-- days are asked for one by one, and nothing is counted.
CREATE FUNCTION gate_find_keeping_to_remind(today date, marks integer[], most integer) RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM tenant t
  WHERE NOT EXISTS (SELECT FROM keeping_reminder r WHERE r.tenant_id = t.id AND r.told_on = today)
    AND EXISTS (
      SELECT FROM generate_series(0, (SELECT max(m) FROM unnest(marks) m)) AS days
      WHERE EXISTS (SELECT FROM authorisation a WHERE a.tenant_id = t.id AND a.custody = 'commitment' AND a.kept_until = (today + days + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
        AND NOT EXISTS (SELECT FROM keeping_reminder r WHERE r.tenant_id = t.id AND r.last_day = today + days AND r.mark = keeping_mark(today + days, today, marks)))
  ORDER BY t.id LIMIT most
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_keeping_to_remind(date, integer[], integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_keeping_to_remind(date, integer[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_keeping_to_remind(date, integer[], integer) TO inkproof_app;
