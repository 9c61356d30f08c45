-- CreateEnum
CREATE TYPE "ApprovalSide" AS ENUM ('provider', 'tenant');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('waiting', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('approve', 'refuse');

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "side" "ApprovalSide" NOT NULL,
    "tenant_id" TEXT,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "payload_sha256" TEXT NOT NULL,
    "before" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "needed" INTEGER NOT NULL DEFAULT 1,
    "state" "ApprovalState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_by" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_author" (
    "approval_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_author_pkey" PRIMARY KEY ("approval_id","revision")
);

-- CreateTable
CREATE TABLE "approval_decision" (
    "approval_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "decided_by" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "payload_sha256" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_decision_pkey" PRIMARY KEY ("approval_id","revision","decided_by")
);

-- CreateIndex
CREATE INDEX "approval_tenant_id_id_idx" ON "approval"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "approval_side_state_id_idx" ON "approval"("side", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "approval_id_made_by_key" ON "approval"("id", "made_by");

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_author" ADD CONSTRAINT "approval_author_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_approval_id_made_by_fkey" FOREIGN KEY ("approval_id", "made_by") REFERENCES "approval"("id", "made_by") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The maker never decides, and a digest is its payload's: said by the tables themselves, for whoever writes to them.
ALTER TABLE "approval_decision" ADD CONSTRAINT "decided_by_another" CHECK ("decided_by" <> "made_by");
ALTER TABLE "approval"
    ADD CONSTRAINT "digest_of_the_payload" CHECK ("payload_sha256" = encode(sha256(convert_to("payload", 'UTF8')), 'hex')),
    ADD CONSTRAINT "ended_when_it_has_an_end" CHECK (("state" = 'waiting') = ("ended_at" IS NULL)),
    ADD CONSTRAINT "tenants_decide_on_their_own" CHECK ("side" = 'provider' OR "tenant_id" IS NOT NULL),
    ADD CONSTRAINT "somebody_else_is_needed" CHECK ("needed" >= 1);

-- How a request may live: it begins waiting, an edit is a new revision by a named author, only approvals of what it says now
-- by enough people approve it, and no end is undone.
CREATE FUNCTION approval_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  approvals integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'waiting' OR NEW.revision <> 1 OR NEW.edited_by <> NEW.made_by THEN
      RAISE EXCEPTION 'a request begins waiting, with its maker''s revision' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'waiting' THEN RAISE EXCEPTION 'request % has ended', OLD.id USING ERRCODE = 'check_violation'; END IF;
  IF (NEW.payload, NEW.before, NEW.reason, NEW.revision, NEW.edited_by, NEW.edited_at) IS DISTINCT FROM (OLD.payload, OLD.before, OLD.reason, OLD.revision, OLD.edited_by, OLD.edited_at)
     AND (NEW.state <> 'waiting' OR NEW.revision <> OLD.revision + 1) THEN
    RAISE EXCEPTION 'an edit of request % is a revision of its own', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'approved' THEN
    SELECT count(*) INTO approvals FROM approval_decision d
      WHERE d.approval_id = NEW.id AND d.verdict = 'approve' AND d.revision = NEW.revision AND d.payload_sha256 = NEW.payload_sha256;
    IF approvals < NEW.needed THEN RAISE EXCEPTION 'request % has % approvals and needs %', NEW.id, approvals, NEW.needed USING ERRCODE = 'check_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_law BEFORE INSERT OR UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION approval_law();

-- Nobody can leave out an author: the store notes them itself.
CREATE FUNCTION approval_note_author() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.revision <> OLD.revision THEN
    INSERT INTO approval_author (approval_id, revision, author, at) VALUES (NEW.id, NEW.revision, NEW.edited_by, NEW.edited_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER approval_note_author AFTER INSERT OR UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION approval_note_author();

-- Who decides has written nothing of the request, has read what it says now, and comes in time. The request is held, so that
-- it cannot be edited or decided meanwhile.
CREATE FUNCTION approval_decision_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked approval;
BEGIN
  SELECT * INTO asked FROM approval WHERE id = NEW.approval_id FOR UPDATE;
  IF asked.state <> 'waiting' OR NEW.at >= asked.expires_at THEN RAISE EXCEPTION 'request % waits for nobody', NEW.approval_id USING ERRCODE = 'check_violation'; END IF;
  IF NEW.revision <> asked.revision OR NEW.payload_sha256 <> asked.payload_sha256 THEN
    RAISE EXCEPTION 'request % says something else by now', NEW.approval_id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM approval_author a WHERE a.approval_id = NEW.approval_id AND a.author = NEW.decided_by) THEN
    RAISE EXCEPTION 'request % was made or edited by %', NEW.approval_id, NEW.decided_by USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_decision_law BEFORE INSERT ON "approval_decision" FOR EACH ROW EXECUTE FUNCTION approval_decision_law();

-- Each side sees what its own people decide; whoever sees a request sees who wrote and who decided it.
ALTER TABLE "approval" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "approval_author" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "approval_decision" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "approval" TO inkproof_app USING ("side" = 'tenant' AND "tenant_id" = app_tenant()) WITH CHECK ("side" = 'tenant' AND "tenant_id" = app_tenant());
CREATE POLICY provider ON "approval" TO inkproof_app USING ("side" = 'provider' AND app_is_provider()) WITH CHECK ("side" = 'provider' AND app_is_provider());
CREATE POLICY with_the_request ON "approval_author" TO inkproof_app USING (EXISTS (SELECT FROM approval a WHERE a.id = approval_id)) WITH CHECK (EXISTS (SELECT FROM approval a WHERE a.id = approval_id));
CREATE POLICY with_the_request ON "approval_decision" TO inkproof_app USING (EXISTS (SELECT FROM approval a WHERE a.id = approval_id)) WITH CHECK (EXISTS (SELECT FROM approval a WHERE a.id = approval_id));

GRANT SELECT, INSERT, UPDATE ("payload", "payload_sha256", "before", "revision", "state", "reason", "edited_by", "edited_at", "ended_at") ON "approval" TO inkproof_app;
GRANT SELECT ON "approval_author" TO inkproof_app;
GRANT SELECT, INSERT ON "approval_decision" TO inkproof_app;

GRANT INSERT ON "approval_author" TO inkproof_gate;
CREATE POLICY gate ON "approval_author" FOR INSERT TO inkproof_gate WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION approval_note_author() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION approval_law(), approval_note_author(), approval_decision_law() FROM PUBLIC;
