CREATE TABLE `backup_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`medium_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`made_by` text,
	`audit_seq` integer NOT NULL,
	`people` integer NOT NULL,
	`bytes` integer NOT NULL,
	`verified_at` text,
	`tried_at` text,
	`pruned_at` text,
	FOREIGN KEY (`medium_id`) REFERENCES `backup_media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `backup_copies_medium` ON `backup_copies` (`medium_id`,`audit_seq`);--> statement-breakpoint
CREATE INDEX `backup_copies_made_by` ON `backup_copies` (`made_by`);--> statement-breakpoint
CREATE INDEX `backup_copies_verified` ON `backup_copies` (`verified_at`);--> statement-breakpoint
CREATE TABLE `backup_media` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`added_at` text NOT NULL,
	`last_seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_seq` integer NOT NULL,
	`entry_hash` text NOT NULL,
	`erased_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_seq` ON `erasures` (`audit_seq`);--> statement-breakpoint
CREATE TABLE `restores` (
	`id` text PRIMARY KEY NOT NULL,
	`restored_at` text NOT NULL,
	`restored_by` text,
	`copy_id` text NOT NULL,
	`copy_created_at` text NOT NULL,
	`safety_copy` text,
	`undo_until` text,
	`numbers_confirmed_at` text,
	`numbers_confirmed_by` text,
	FOREIGN KEY (`restored_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`numbers_confirmed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `restores_restored_by` ON `restores` (`restored_by`);--> statement-breakpoint
CREATE INDEX `restores_numbers_confirmed_by` ON `restores` (`numbers_confirmed_by`);