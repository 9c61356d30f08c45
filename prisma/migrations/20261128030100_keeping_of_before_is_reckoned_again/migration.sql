-- Data, because what was recorded before knows neither of texts that ended since nor of periods that were lengthened: all of it is reckoned once more.
UPDATE "filing_version" SET "reckon_after" = '' WHERE "accepted_at" IS NOT NULL;
