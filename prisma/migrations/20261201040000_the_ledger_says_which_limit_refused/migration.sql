-- Of a refused call: which of its limits it met, and how much that was at the time. The history of a tenant's own quota does
-- not tell what a key's or the plan's were.
ALTER TABLE "ledger_entry" ADD COLUMN "limit_name" TEXT;
ALTER TABLE "ledger_entry" ADD COLUMN "limit_max" INTEGER;
ALTER TABLE "ledger_entry" ADD CHECK (("limit_name" IS NULL) = ("limit_max" IS NULL) AND ("limit_name" IS NULL OR "outcome" = 'refused'));
