-- CreateEnum
CREATE TYPE "MediumKind" AS ENUM ('hard_disk', 'solid_state', 'removable', 'tape', 'optical', 'machine', 'other');

-- CreateEnum
CREATE TYPE "DisposalMethod" AS ENUM ('clear', 'purge', 'destroy');

-- CreateTable
CREATE TABLE "media_disposal" (
    "id" TEXT NOT NULL,
    "kind" "MediumKind" NOT NULL,
    "make" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "classes" TEXT[],
    "tenants" TEXT[],
    "everybodys" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "method" "DisposalMethod" NOT NULL,
    "technique" TEXT NOT NULL,
    "sanitised_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_by" TEXT NOT NULL,
    "verification" TEXT NOT NULL,
    "contractor" TEXT,
    "corrects" TEXT,
    "performed_by" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "approval_id" TEXT NOT NULL,

    CONSTRAINT "media_disposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_disposal_file" (
    "id" TEXT NOT NULL,
    "disposal_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_key" BYTEA NOT NULL,

    CONSTRAINT "media_disposal_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_disposal_certificate" (
    "id" TEXT NOT NULL,
    "disposal_id" TEXT NOT NULL,
    "performed_by" TEXT NOT NULL,
    "witnessed_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "media_disposal_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "media_disposal_corrects_idx" ON "media_disposal"("corrects");

-- CreateIndex
CREATE UNIQUE INDEX "media_disposal_id_performed_by_key" ON "media_disposal"("id", "performed_by");

-- CreateIndex
CREATE UNIQUE INDEX "media_disposal_approval_id_performed_by_key" ON "media_disposal"("approval_id", "performed_by");

-- CreateIndex
CREATE INDEX "media_disposal_file_disposal_id_idx" ON "media_disposal_file"("disposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_disposal_certificate_disposal_id_key" ON "media_disposal_certificate"("disposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_disposal_certificate_disposal_id_performed_by_key" ON "media_disposal_certificate"("disposal_id", "performed_by");

-- AddForeignKey
ALTER TABLE "media_disposal" ADD CONSTRAINT "media_disposal_approval_id_performed_by_fkey" FOREIGN KEY ("approval_id", "performed_by") REFERENCES "approval"("id", "made_by") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_disposal" ADD CONSTRAINT "media_disposal_corrects_fkey" FOREIGN KEY ("corrects") REFERENCES "media_disposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_disposal_file" ADD CONSTRAINT "media_disposal_file_disposal_id_fkey" FOREIGN KEY ("disposal_id") REFERENCES "media_disposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_disposal_certificate" ADD CONSTRAINT "media_disposal_certificate_disposal_id_performed_by_fkey" FOREIGN KEY ("disposal_id", "performed_by") REFERENCES "media_disposal"("id", "performed_by") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who did it and who saw it are two people; a medium held records of somebody, or none at all.
ALTER TABLE "media_disposal_certificate" ADD CONSTRAINT "witnessed_by_another" CHECK ("witnessed_by" <> "performed_by");
ALTER TABLE "media_disposal"
    ADD CONSTRAINT "everybodys_or_named" CHECK (NOT "everybodys" OR "tenants" = '{}'),
    ADD CONSTRAINT "entered_once_it_was_done" CHECK ("sanitised_at" <= "entered_at"),
    ADD CONSTRAINT "corrects_another" CHECK ("corrects" <> "id");

-- Asked after the fence, so that whoever may not add a row learns nothing of the register from the refusal.
-- A certificate is written over an approved request only, and its witness is somebody who approved it.
CREATE FUNCTION media_disposal_certificate_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM media_disposal m JOIN approval a ON a.id = m.approval_id JOIN approval_decision d ON d.approval_id = a.id AND d.revision = a.revision
      WHERE m.id = NEW.disposal_id AND a.kind = 'media.dispose' AND a.state = 'approved' AND d.verdict = 'approve' AND d.decided_by = NEW.witnessed_by
  ) THEN
    RAISE EXCEPTION 'entry % was not witnessed by %', NEW.disposal_id, NEW.witnessed_by USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER media_disposal_certificate_law AFTER INSERT ON "media_disposal_certificate" FOR EACH ROW EXECUTE FUNCTION media_disposal_certificate_law();

-- Evidence comes with its entry: what the witness confirmed is not added to.
CREATE FUNCTION media_disposal_file_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM media_disposal m JOIN approval a ON a.id = m.approval_id WHERE m.id = NEW.disposal_id AND a.state = 'waiting') THEN
    RAISE EXCEPTION 'entry % takes no more evidence', NEW.disposal_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER media_disposal_file_law AFTER INSERT ON "media_disposal_file" FOR EACH ROW EXECUTE FUNCTION media_disposal_file_law();
REVOKE ALL ON FUNCTION media_disposal_certificate_law(), media_disposal_file_law() FROM PUBLIC;

-- The provider's, and nobody changes or removes a row.
ALTER TABLE "media_disposal" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "media_disposal_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "media_disposal_certificate" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "media_disposal" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "media_disposal_file" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "media_disposal_certificate" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "media_disposal", "media_disposal_file", "media_disposal_certificate" TO inkproof_app;
