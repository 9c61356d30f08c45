-- A version that was accepted ahead of its day waits for it, and the one before stays in force until then. Which of several
-- accepted ones is in force is the newest whose day has begun, so nothing depends on when somebody writes that down.
DROP INDEX "one_accepted_version";
CREATE INDEX "accepted_versions" ON "filing_version"("filing_id", "number") WHERE "state" = 'accepted';
