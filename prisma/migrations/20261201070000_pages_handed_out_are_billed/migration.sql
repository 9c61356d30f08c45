-- Pages of a job can be fetched while it runs. What was handed out is billed, also when the job is cancelled afterwards or a document of it fails.
ALTER TABLE job ADD COLUMN handed_place integer NOT NULL DEFAULT 0;
ALTER TABLE job_page ADD COLUMN reason text;
