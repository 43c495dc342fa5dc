CREATE TABLE `office_checks` (
	`depth` text PRIMARY KEY NOT NULL,
	`checked_at` text NOT NULL,
	`checked_by` text,
	`findings` text NOT NULL,
	FOREIGN KEY (`checked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `office_checks_checked_by` ON `office_checks` (`checked_by`);