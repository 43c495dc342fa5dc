CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`employment_id` text NOT NULL,
	`role` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`minutes_per_month` integer NOT NULL,
	`over_norm_reason` text NOT NULL,
	`choice_id` text,
	`replaces_id` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`voided_at` text,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`choice_id`) REFERENCES `assistant_choices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_days" CHECK("assignments"."to_date" is null or "assignments"."to_date" >= "assignments"."from_date")
);
--> statement-breakpoint
CREATE INDEX `assignments_application` ON `assignments` (`application_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `assignments_person` ON `assignments` (`person_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `assignments_employment` ON `assignments` (`employment_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `assignments_choice` ON `assignments` (`choice_id`);--> statement-breakpoint
CREATE INDEX `assignments_replaces` ON `assignments` (`replaces_id`);--> statement-breakpoint
CREATE INDEX `assignments_to` ON `assignments` (`to_date`);--> statement-breakpoint
CREATE INDEX `assignments_from` ON `assignments` (`from_date`);--> statement-breakpoint
CREATE INDEX `assignments_updated_by` ON `assignments` (`updated_by`);--> statement-breakpoint
CREATE TABLE `assistant_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`decided_on` text NOT NULL,
	`present` text NOT NULL,
	`wish_text` text NOT NULL,
	`wished_employment_id` text,
	`wished_sex` text,
	`chosen_employment_id` text NOT NULL,
	`substitute_employment_id` text,
	`wish_honoured` integer NOT NULL,
	`not_honoured_reason` text NOT NULL,
	`statement` text NOT NULL,
	`number` text,
	`number_year` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wished_employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`substitute_employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assistant_choices_number` ON `assistant_choices` (`number_year`,`number`);--> statement-breakpoint
CREATE INDEX `assistant_choices_application` ON `assistant_choices` (`application_id`,`decided_on`);--> statement-breakpoint
CREATE INDEX `assistant_choices_person` ON `assistant_choices` (`person_id`);--> statement-breakpoint
CREATE INDEX `assistant_choices_wished` ON `assistant_choices` (`wished_employment_id`);--> statement-breakpoint
CREATE INDEX `assistant_choices_chosen` ON `assistant_choices` (`chosen_employment_id`);--> statement-breakpoint
CREATE INDEX `assistant_choices_substitute` ON `assistant_choices` (`substitute_employment_id`);--> statement-breakpoint
CREATE INDEX `assistant_choices_updated_by` ON `assistant_choices` (`updated_by`);--> statement-breakpoint
CREATE TABLE `home_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`employment_id` text NOT NULL,
	`what` text NOT NULL,
	`given_on` text NOT NULL,
	`returned_on` text,
	`note` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `home_keys_person` ON `home_keys` (`person_id`);--> statement-breakpoint
CREATE INDEX `home_keys_employment` ON `home_keys` (`employment_id`);--> statement-breakpoint
CREATE INDEX `home_keys_updated_by` ON `home_keys` (`updated_by`);