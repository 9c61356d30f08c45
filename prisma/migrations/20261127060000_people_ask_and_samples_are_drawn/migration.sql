-- CreateEnum
CREATE TYPE "InspectionState" AS ENUM ('announced', 'drawn', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "InspectionVerdict" AS ENUM ('nothing_found', 'questions', 'not_shown');

-- CreateEnum
CREATE TYPE "InspectionFileKind" AS ENUM ('original', 'page_screenshot', 'contract', 'other');

-- CreateEnum
CREATE TYPE "InspectionEventKind" AS ENUM ('announced', 'drawn', 'reminded', 'item_answered', 'answered', 'overdue', 'item_opened', 'file_opened', 'item_judged', 'closed');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('access', 'copy', 'withdraw', 'correct', 'delete', 'explain');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('received', 'confirmed', 'identified', 'in_progress', 'answered', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "RequestSource" AS ENUM ('form', 'tenant', 'forwarded');

-- CreateEnum
CREATE TYPE "RequestRelation" AS ENUM ('self', 'kin', 'guardian', 'agent');

-- CreateEnum
CREATE TYPE "IdentityMethod" AS ENUM ('account_session', 'known_contact', 'document_shown', 'in_person', 'kinship_proof', 'guardian_proof', 'written_authority', 'other');

-- CreateEnum
CREATE TYPE "RequestEventKind" AS ENUM ('received', 'forwarded', 'confirmed', 'identified', 'began', 'task_settled', 'extended', 'warned_50', 'warned_80', 'overdue', 'answered', 'refused', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "RequestSide" AS ENUM ('person', 'tenant', 'provider', 'system');

-- CreateEnum
CREATE TYPE "RequestTaskKind" AS ENUM ('withdraw_authorizations', 'stop_processing', 'erase_material', 'erase_results', 'erase_own_copies', 'gather', 'hand_over_copy', 'correct_records', 'explain_rules');

-- CreateEnum
CREATE TYPE "RequestTaskState" AS ENUM ('open', 'done', 'not_needed');

-- AlterEnum
ALTER TYPE "KeyScope" ADD VALUE IF NOT EXISTS 'consent';

-- CreateTable
CREATE TABLE "inspection" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "filing_id" TEXT,
    "given_from" TIMESTAMPTZ(3),
    "given_to" TIMESTAMPTZ(3),
    "size" INTEGER NOT NULL,
    "answer_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "InspectionState" NOT NULL DEFAULT 'announced',
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_by" TEXT NOT NULL,
    "seed_sha256" BYTEA NOT NULL,
    "seed_sealed" BYTEA,
    "seed_sealed_key" BYTEA,
    "seed" BYTEA,
    "population" INTEGER,
    "population_sha256" BYTEA,
    "drawn_at" TIMESTAMPTZ(3),
    "drawn_by" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "verdict" "InspectionVerdict",
    "verdict_reason" TEXT,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_item" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "inspection_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "authorisation_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "custody" "Custody" NOT NULL,
    "commitment" BYTEA,
    "object_id" TEXT,
    "categories" "PersonalCategory"[],
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "last_relied_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "salt" BYTEA,
    "computed" BYTEA,
    "words" TEXT,
    "unable" TEXT,
    "verdict" "InspectionVerdict",
    "verdict_reason" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "judged_by" TEXT,

    CONSTRAINT "inspection_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_file" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" "InspectionFileKind" NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "object_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" TEXT NOT NULL,

    CONSTRAINT "inspection_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "inspection_id" TEXT NOT NULL,
    "item_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "InspectionEventKind" NOT NULL,
    "by_provider" BOOLEAN NOT NULL,
    "by" TEXT,

    CONSTRAINT "inspection_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_desk" (
    "tenant_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "answer_days" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_desk_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "subject_request" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "relation" "RequestRelation" NOT NULL,
    "source" "RequestSource" NOT NULL,
    "language" TEXT NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'received',
    "sealed" BYTEA,
    "sealed_key" BYTEA,
    "subject_hash" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "extended_at" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3),
    "identity_method" "IdentityMethod",
    "identified_at" TIMESTAMPTZ(3),
    "identified_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "RequestEventKind" NOT NULL,
    "side" "RequestSide" NOT NULL,
    "by" TEXT,
    "sealed" BYTEA,
    "sealed_key" BYTEA,

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_task" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" "RequestTaskKind" NOT NULL,
    "state" "RequestTaskState" NOT NULL DEFAULT 'open',
    "by_itself" BOOLEAN NOT NULL,
    "count" INTEGER,
    "certificate" TEXT,
    "sealed" BYTEA,
    "sealed_key" BYTEA,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "request_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inspection_state_due_at_idx" ON "inspection"("state", "due_at");

-- CreateIndex
CREATE INDEX "inspection_next_look_at_idx" ON "inspection"("next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_tenant_id_id_key" ON "inspection"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "inspection_item_tenant_id_authorisation_id_idx" ON "inspection_item"("tenant_id", "authorisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_item_tenant_id_id_key" ON "inspection_item"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_item_inspection_id_place_key" ON "inspection_item"("inspection_id", "place");

-- CreateIndex
CREATE INDEX "inspection_file_tenant_id_item_id_idx" ON "inspection_file"("tenant_id", "item_id");

-- CreateIndex
CREATE INDEX "inspection_event_tenant_id_inspection_id_at_idx" ON "inspection_event"("tenant_id", "inspection_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "request_desk_slug_key" ON "request_desk"("slug");

-- CreateIndex
CREATE INDEX "subject_request_tenant_id_state_idx" ON "subject_request"("tenant_id", "state");

-- CreateIndex
CREATE INDEX "subject_request_next_look_at_idx" ON "subject_request"("next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "subject_request_tenant_id_id_key" ON "subject_request"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "request_event_tenant_id_request_id_at_idx" ON "request_event"("tenant_id", "request_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "request_task_request_id_kind_key" ON "request_task"("request_id", "kind");

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_item" ADD CONSTRAINT "inspection_item_tenant_id_inspection_id_fkey" FOREIGN KEY ("tenant_id", "inspection_id") REFERENCES "inspection"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_file" ADD CONSTRAINT "inspection_file_tenant_id_item_id_fkey" FOREIGN KEY ("tenant_id", "item_id") REFERENCES "inspection_item"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_event" ADD CONSTRAINT "inspection_event_tenant_id_inspection_id_fkey" FOREIGN KEY ("tenant_id", "inspection_id") REFERENCES "inspection"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_desk" ADD CONSTRAINT "request_desk_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_request" ADD CONSTRAINT "subject_request_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_tenant_id_request_id_fkey" FOREIGN KEY ("tenant_id", "request_id") REFERENCES "subject_request"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_task" ADD CONSTRAINT "request_task_tenant_id_request_id_fkey" FOREIGN KEY ("tenant_id", "request_id") REFERENCES "subject_request"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "request_desk" ADD CONSTRAINT "never_slower_than_thirty_days" CHECK ("answer_days" BETWEEN 1 AND 30);
ALTER TABLE "subject_request"
    ADD CONSTRAINT "ended_when_it_has_an_end" CHECK (("ended_at" IS NOT NULL) = ("state" IN ('answered', 'refused', 'withdrawn'))),
    ADD CONSTRAINT "identified_by_somebody" CHECK (("identity_method" IS NULL) = ("identified_at" IS NULL) AND ("identified_at" IS NULL) = ("identified_by" IS NULL)),
    ADD CONSTRAINT "answered_to_somebody_known" CHECK ("state" NOT IN ('identified', 'in_progress', 'answered') OR "identified_at" IS NOT NULL),
    ADD CONSTRAINT "sealed_with_its_key" CHECK (("sealed" IS NULL) = ("sealed_key" IS NULL)),
    ADD CONSTRAINT "due_after_it_came" CHECK ("due_at" > "received_at" AND "received_at" <= "created_at");
ALTER TABLE "request_event" ADD CONSTRAINT "said_under_its_key" CHECK (("sealed" IS NULL) = ("sealed_key" IS NULL));
ALTER TABLE "request_task"
    ADD CONSTRAINT "noted_under_its_key" CHECK (("sealed" IS NULL) = ("sealed_key" IS NULL)),
    ADD CONSTRAINT "settled_by_somebody" CHECK (("state" <> 'open') = ("settled_at" IS NOT NULL) AND ("settled_at" IS NULL) = ("settled_by" IS NULL));

-- How a request may live: forwards only, and what has ended has ended.
CREATE FUNCTION request_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('received', 'confirmed'), ('received', 'identified'), ('confirmed', 'identified'), ('identified', 'in_progress'), ('in_progress', 'answered'),
    ('received', 'refused'), ('confirmed', 'refused'), ('identified', 'refused'), ('in_progress', 'refused'),
    ('received', 'withdrawn'), ('confirmed', 'withdrawn'), ('identified', 'withdrawn'), ('in_progress', 'withdrawn')) THEN
    RAISE EXCEPTION 'request % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.extended_at IS NOT NULL AND (NEW.extended_at, NEW.due_at) IS DISTINCT FROM (OLD.extended_at, OLD.due_at) THEN
    RAISE EXCEPTION 'request % was given more time once', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_law BEFORE UPDATE ON "subject_request" FOR EACH ROW EXECUTE FUNCTION request_law();

ALTER TABLE "inspection"
    ADD CONSTRAINT "of_some_size" CHECK ("size" BETWEEN 1 AND 500 AND "answer_days" BETWEEN 1 AND 90),
    -- The seed that was opened is the one whose digest both sides knew before.
    ADD CONSTRAINT "seed_of_its_digest" CHECK (sha256("seed") = "seed_sha256"),
    ADD CONSTRAINT "sealed_until_the_draw" CHECK (("state" = 'announced') = ("seed" IS NULL) AND ("seed" IS NULL) = ("seed_sealed" IS NOT NULL) AND ("seed_sealed" IS NULL) = ("seed_sealed_key" IS NULL)),
    ADD CONSTRAINT "drawn_whole" CHECK (("state" = 'announced') = ("drawn_at" IS NULL) AND ("drawn_at" IS NULL) = ("due_at" IS NULL) AND ("drawn_at" IS NULL) = ("drawn_by" IS NULL) AND ("drawn_at" IS NULL) = ("population_sha256" IS NULL) AND ("drawn_at" IS NULL) = ("population" IS NULL)),
    ADD CONSTRAINT "closed_with_a_verdict" CHECK (("state" = 'closed') = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_by" IS NULL) AND ("closed_at" IS NULL) = ("verdict" IS NULL)),
    ADD CONSTRAINT "a_reason_unless_nothing_was_found" CHECK ("verdict" IS NULL OR "verdict" = 'nothing_found' OR "verdict_reason" IS NOT NULL);
ALTER TABLE "inspection_item"
    ADD CONSTRAINT "answered_by_somebody" CHECK (("answered_at" IS NULL) = ("answered_by" IS NULL)),
    ADD CONSTRAINT "judged_by_somebody" CHECK (("judged_at" IS NULL) = ("judged_by" IS NULL) AND ("judged_at" IS NULL) = ("verdict" IS NULL)),
    ADD CONSTRAINT "an_item_is_judged_with_a_reason" CHECK ("verdict" IS NULL OR "verdict" = 'nothing_found' OR "verdict_reason" IS NOT NULL);

CREATE FUNCTION inspection_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (('announced', 'drawn'), ('drawn', 'answered'), ('answered', 'drawn'), ('drawn', 'closed'), ('answered', 'closed')) THEN
    RAISE EXCEPTION 'inspection % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.seed IS NOT NULL AND (NEW.seed, NEW.population, NEW.population_sha256, NEW.drawn_at, NEW.due_at) IS DISTINCT FROM (OLD.seed, OLD.population, OLD.population_sha256, OLD.drawn_at, OLD.due_at) THEN
    RAISE EXCEPTION 'the draw of inspection % stands', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state = 'closed' AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'inspection % is closed', OLD.id USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION inspection_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'announced' THEN RAISE EXCEPTION 'an inspection begins announced' USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER inspection_begins AFTER INSERT ON "inspection" FOR EACH ROW EXECUTE FUNCTION inspection_begins();
CREATE TRIGGER inspection_law BEFORE UPDATE ON "inspection" FOR EACH ROW EXECUTE FUNCTION inspection_law();

-- What was judged is what was answered.
CREATE FUNCTION inspection_item_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.verdict IS NOT NULL AND (NEW.answered_at, NEW.answered_by, NEW.salt, NEW.computed, NEW.words, NEW.unable) IS DISTINCT FROM (OLD.answered_at, OLD.answered_by, OLD.salt, OLD.computed, OLD.words, OLD.unable) THEN
    RAISE EXCEPTION 'item % was judged', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspection_item_law BEFORE UPDATE ON "inspection_item" FOR EACH ROW EXECUTE FUNCTION inspection_item_law();
REVOKE ALL ON FUNCTION request_law(), inspection_begins(), inspection_law(), inspection_item_law() FROM PUBLIC;

ALTER TABLE "request_desk" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "subject_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "request_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "request_task" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "inspection" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "inspection_item" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "inspection_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "inspection_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "request_desk" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "subject_request" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "request_event" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "request_task" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
-- Every inspection begins announced (`inspection_begins`), and a tenant writes none that is: only the provider begins one.
CREATE POLICY own_tenant ON "inspection" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant() AND "state" <> 'announced');
CREATE POLICY own_tenant ON "inspection_item" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "inspection_file" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "inspection_event" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
-- The provider leads people to the form of a tenant, and passes on what reached it by mistake. What people ask tenants is theirs.
CREATE POLICY provider_reads ON "request_desk" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_makes ON "request_desk" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider());
CREATE POLICY forwarded ON "subject_request" FOR SELECT TO inkproof_app USING (app_is_provider() AND "source" = 'forwarded');
CREATE POLICY forwarding ON "subject_request" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider() AND "source" = 'forwarded');
CREATE POLICY forwarding ON "request_event" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider() AND "kind" = 'forwarded');
CREATE POLICY provider ON "inspection" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "inspection_item" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider_reads ON "inspection_file" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider ON "inspection_event" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());

GRANT SELECT, INSERT, UPDATE ("slug", "open", "answer_days", "changed_at") ON "request_desk" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "subject_hash", "due_at", "extended_at", "next_look_at", "identity_method", "identified_at", "identified_by", "ended_at", "sealed", "sealed_key") ON "subject_request" TO inkproof_app;
GRANT SELECT, INSERT ON "request_event" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "count", "certificate", "sealed", "sealed_key", "settled_at", "settled_by") ON "request_task" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "seed", "seed_sealed", "seed_sealed_key", "population", "population_sha256", "drawn_at", "drawn_by", "due_at", "next_look_at", "escalated_at", "answered_at", "closed_at", "closed_by", "verdict", "verdict_reason") ON "inspection" TO inkproof_app;
-- Only the draw makes items.
GRANT SELECT, UPDATE ("answered_at", "answered_by", "salt", "computed", "words", "unable", "verdict", "verdict_reason", "judged_at", "judged_by") ON "inspection_item" TO inkproof_app;
GRANT SELECT, INSERT, DELETE ON "inspection_file" TO inkproof_app;
GRANT SELECT, INSERT ON "inspection_event" TO inkproof_app;

GRANT SELECT ON "subject_request" TO inkproof_gate;
CREATE POLICY gate ON "subject_request" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT ON "inspection" TO inkproof_gate;
CREATE POLICY gate ON "inspection" FOR SELECT TO inkproof_gate USING (true);
GRANT INSERT ON "inspection_item" TO inkproof_gate;
CREATE POLICY gate ON "inspection_item" FOR INSERT TO inkproof_gate WITH CHECK (true);

-- Requests whose clock has something to tell.
CREATE FUNCTION gate_find_due_requests(at timestamptz)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.tenant_id FROM subject_request r WHERE r.next_look_at <= at ORDER BY r.next_look_at LIMIT 100
$$;

-- Draws the sample of an inspection that was announced: of the authorisations posted until then, the first ones by
-- HMAC-SHA-256(seed, id). RFC 2104 by hand, because the store has the digest and not the code built on it. It answers what
-- it was drawn from; nothing else shows authorisations of a tenant to the provider, so only what was drawn can be opened.
CREATE FUNCTION inspection_draw(inspection_id text, seed bytea, ids text[])
RETURNS TABLE (population integer, population_sha256 bytea, drawn text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked inspection;
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
  SELECT * INTO asked FROM inspection i WHERE i.id = inspection_id;
  IF NOT app_is_provider() OR asked.state <> 'announced' OR sha256(seed) <> asked.seed_sha256 OR octet_length(seed) <> 32 THEN
    RAISE EXCEPTION 'nothing is drawn for inspection %', inspection_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR place IN 0..31 LOOP
    inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(seed, place));
    outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(seed, place));
  END LOOP;
  RETURN QUERY
    WITH pool AS MATERIALIZED (
      SELECT a.id AS aid FROM authorisation a
      WHERE a.tenant_id = asked.tenant_id AND a.created_at <= asked.announced_at
        AND (asked.given_from IS NULL OR a.given_at >= asked.given_from) AND (asked.given_to IS NULL OR a.given_at < asked.given_to)
        AND (asked.filing_id IS NULL OR a.version_id IN (SELECT v.id FROM filing_version v WHERE v.tenant_id = asked.tenant_id AND v.filing_id = asked.filing_id))
    ), picked AS (
      SELECT p.aid, row_number() OVER (ORDER BY p.hashed, p.aid) AS nth
      FROM (SELECT pool.aid, sha256(outer_pad || sha256(inner_pad || convert_to(pool.aid, 'UTF8'))) AS hashed FROM pool ORDER BY hashed, pool.aid LIMIT asked.size) p
    ), made AS (
      INSERT INTO inspection_item (id, tenant_id, inspection_id, place, authorisation_id, version_id, custody, commitment, object_id, categories, given_at, posted_at, expires_at, withdrawn_at, last_relied_at)
      SELECT ids[p.nth], a.tenant_id, asked.id, p.nth, a.id, a.version_id, a.custody, a.commitment, a.object_id, a.categories, a.given_at, a.created_at, a.expires_at, a.withdrawn_at, a.last_relied_at
      FROM picked p JOIN authorisation a ON a.id = p.aid
    )
    SELECT (SELECT count(*)::integer FROM pool),
      (SELECT sha256(convert_to(COALESCE(string_agg(pool.aid || E'\n', '' ORDER BY pool.aid COLLATE "C"), ''), 'UTF8')) FROM pool),
      (SELECT COALESCE(array_agg(p.aid ORDER BY p.nth), '{}') FROM picked p);
END $$;

GRANT SELECT ON "authorisation", "filing_version" TO inkproof_gate;
CREATE POLICY drawing ON "authorisation" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY drawing ON "filing_version" FOR SELECT TO inkproof_gate USING (true);
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_due_requests(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION inspection_draw(text, bytea, text[]) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_due_requests(timestamptz), inspection_draw(text, bytea, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_due_requests(timestamptz), inspection_draw(text, bytea, text[]) TO inkproof_app;
