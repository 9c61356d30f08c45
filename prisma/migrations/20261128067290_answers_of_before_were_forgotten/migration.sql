-- Their keys lay beside them, and nobody can give them a drawer but by opening them. That the calls were answered stays for the day.
UPDATE "idempotent_call" SET "sealed" = NULL, "sealed_key" = NULL WHERE "sealed" IS NOT NULL;
