-- What concerns no tenant is the install's to say: whoever asks for a reset is not known yet.
DROP POLICY own_person ON "mail";
