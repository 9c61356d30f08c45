-- Because until now every result was kept and nobody had been asked: what nobody chose to keep goes, its data key first of all.
UPDATE "recognition" SET "sealed" = NULL, "sealed_key" = NULL;
