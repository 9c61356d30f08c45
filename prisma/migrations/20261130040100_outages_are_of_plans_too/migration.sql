-- A window for some plans takes nothing from everybody, but from those on these plans it does.
ALTER TABLE "outage" ADD COLUMN "plans" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "outage" ADD CONSTRAINT "of_plans_by_a_window" CHECK (cardinality("plans") = 0 OR ("found_by" = 'window' AND "tenant_id" IS NULL));

-- Plans of one window that were told at different times are outages of their own.
DROP INDEX "outage_window_id_component_id_key";
CREATE INDEX "outage_window_id_component_id_idx" ON "outage"("window_id", "component_id");
CREATE UNIQUE INDEX "one_outage_of_a_window_for_the_same" ON "outage" ("window_id", "component_id", "plans");

-- Whether the tenant that asks was on one of these plans at some time of a span.
CREATE FUNCTION app_tenant_was_on("plans" text[], "begins" timestamptz, "ends" timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT p.plan, lag(p.until) OVER (ORDER BY p.until) AS since, p.until
      FROM (SELECT plan, until FROM past_plan WHERE tenant_id = app_tenant() UNION ALL SELECT plan_name, 'infinity' FROM tenant WHERE id = app_tenant()) p
    ) stay
    WHERE stay.plan = ANY (plans) AND stay.until > begins AND (stay.since IS NULL OR ends IS NULL OR stay.since < ends)
  )
$$;

-- What is of some plans is seen by those who were on one of them; what is said of an outage, by whoever sees it.
ALTER POLICY touched_tenant ON "outage" USING (app_tenant() IS NOT NULL AND ("tenant_id" = app_tenant() OR ("tenant_id" IS NULL AND (cardinality("plans") = 0 OR app_tenant_was_on("plans", "from", "until")))));
ALTER POLICY touched_tenant ON "outage_booking" USING (app_tenant() IS NOT NULL AND ("tenant_id" = app_tenant() OR ("tenant_id" IS NULL AND EXISTS (SELECT FROM "outage" o WHERE o."id" = "outage_id"))));
