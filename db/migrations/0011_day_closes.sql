CREATE TABLE "day_closes" (
	"day" date PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "day_closes_progress" CHECK (done between 0 and total)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "day_closes_unfinished" ON "day_closes" USING btree ((finished_at is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "credits_past_due" ON "credits" USING btree ("number") WHERE past_due_since is not null;