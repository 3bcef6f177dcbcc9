-- Of a credit that counts as delinquent for the one that it paid off, that one was.
UPDATE credits SET inherits_delinquency = true WHERE carries_delinquency;
