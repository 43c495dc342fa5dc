CREATE TABLE `letter_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_rows_place` ON `letter_rows` (`letter_id`,`position`);--> statement-breakpoint
CREATE INDEX `letter_rows_subject` ON `letter_rows` (`subject_id`,`until`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` text NOT NULL,
	`letter_date` text NOT NULL,
	`answer_by` text,
	`address` text NOT NULL,
	`written_at` text NOT NULL,
	`written_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_person` ON `letters` (`person_id`,`letter_date`);--> statement-breakpoint
CREATE INDEX `letters_written_by` ON `letters` (`written_by`);