-- Programs keep authorisations too.
ALTER TYPE "KeyScope" ADD VALUE IF NOT EXISTS 'consent';

-- By what a person's word came, what of it lies in the vault, and which reminder was sent last.
ALTER TABLE "authorisation" ADD COLUMN "media" "CollectionMedium"[],
    ADD COLUMN "material_type" TEXT,
    ADD COLUMN "material_bytes" INTEGER,
    ADD COLUMN "reminded_days" INTEGER;
-- Video and audio support a written form and are none (agreement 三.1(5)).
ALTER TABLE "authorisation"
    ADD CONSTRAINT "given_in_writing" CHECK (cardinality("media") = 0 OR "media" && ARRAY['identity_email', 'web_operation', 'communication_record']::"CollectionMedium"[]),
    ADD CONSTRAINT "vault_holds_what_is_in_it" CHECK (("object_id" IS NULL) = ("material_type" IS NULL) AND ("object_id" IS NULL) = ("material_bytes" IS NULL));
GRANT UPDATE ("object_id", "material_type", "material_bytes", "reminded_days") ON "authorisation" TO inkproof_app;
