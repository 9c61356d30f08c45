-- Keys in rows are of before, until they are moved.
ALTER TABLE "subject_request" DROP CONSTRAINT "sealed_with_its_key", ADD CONSTRAINT "sealed_with_its_key" CHECK ("sealed" IS NOT NULL OR "sealed_key" IS NULL);
ALTER TABLE "request_event" DROP CONSTRAINT "said_under_its_key", ADD CONSTRAINT "said_under_its_key" CHECK ("sealed" IS NOT NULL OR "sealed_key" IS NULL);
ALTER TABLE "request_task" DROP CONSTRAINT "noted_under_its_key", ADD CONSTRAINT "noted_under_its_key" CHECK ("sealed" IS NOT NULL OR "sealed_key" IS NULL);
