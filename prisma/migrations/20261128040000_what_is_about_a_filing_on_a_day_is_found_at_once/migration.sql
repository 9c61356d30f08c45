-- What was found undeclared under a version, by its time.
CREATE INDEX "personal_finding_tenant_id_filing_version_id_at_idx" ON "personal_finding"("tenant_id", "filing_version_id", "at");
