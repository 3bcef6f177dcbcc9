-- The first move of a record is its first: what is numbered before it, no status followed.
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_counted" CHECK (seq > 0);
