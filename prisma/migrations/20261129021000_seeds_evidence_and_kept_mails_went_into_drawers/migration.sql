-- Keys in rows are of before.
ALTER TABLE "media_disposal_file" ALTER COLUMN "sealed_key" DROP NOT NULL;
ALTER TABLE "mail_archive" ALTER COLUMN "sealed_key" DROP NOT NULL;
ALTER TABLE "inspection" DROP CONSTRAINT "sealed_until_the_draw",
    ADD CONSTRAINT "sealed_until_the_draw" CHECK (("state" = 'announced') = ("seed" IS NULL) AND ("seed" IS NULL) = ("seed_sealed" IS NOT NULL) AND ("seed_sealed" IS NOT NULL OR "seed_sealed_key" IS NULL));
