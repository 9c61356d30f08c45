-- Keys in rows are of before.
ALTER TABLE "webhook" ALTER COLUMN "sealed_key" DROP NOT NULL;
