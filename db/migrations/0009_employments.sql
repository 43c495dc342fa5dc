CREATE TABLE `employment_annexes` (
	`id` text PRIMARY KEY NOT NULL,
	`employment_id` text NOT NULL,
	`number` text,
	`number_year` integer,
	`status` text NOT NULL,
	`annex_date` text NOT NULL,
	`from_date` text NOT NULL,
	`minutes_per_day` integer,
	`base_pay_cents` integer,
	`pay_unit` text,
	`programme` text,
	`place_of_work` text,
	`end_date` text,
	`signed_on` text,
	`annul_reason` text DEFAULT '' NOT NULL,
	`notice_on` text,
	`notice_reference` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "employment_annexes_number_when_issued" CHECK(("employment_annexes"."status" = 'draft') = ("employment_annexes"."number" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employment_annexes_number` ON `employment_annexes` (`number_year`,`number`);--> statement-breakpoint
CREATE INDEX `employment_annexes_employment` ON `employment_annexes` (`employment_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `employment_annexes_updated_by` ON `employment_annexes` (`updated_by`);--> statement-breakpoint
CREATE TABLE `employment_catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`part` text NOT NULL,
	`kind` text,
	`name` text NOT NULL,
	`code` text,
	`gives_help` integer NOT NULL,
	`duties` text,
	`source` text,
	`valid_from` text,
	`valid_to` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `employment_catalogue_updated_by` ON `employment_catalogue` (`updated_by`);--> statement-breakpoint
CREATE TABLE `employments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`position_id` text NOT NULL,
	`legal_ground` text NOT NULL,
	`project_id` text,
	`programme` text,
	`task` text,
	`contract_date` text NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text,
	`last_day` text,
	`minutes_per_day` integer,
	`schedule` text,
	`averaging_months` integer,
	`other_minutes_per_day` integer NOT NULL,
	`base_pay_cents` integer NOT NULL,
	`pay_unit` text NOT NULL,
	`leave_days` integer,
	`notice_days` integer,
	`probation_months` integer,
	`place_of_work` text NOT NULL,
	`education` text,
	`place` text NOT NULL,
	`copies` integer NOT NULL,
	`accountant_signs` integer NOT NULL,
	`status` text NOT NULL,
	`number` text,
	`number_year` integer,
	`candidacy_id` text,
	`issued_at` text,
	`issued_by` text,
	`signed_on` text,
	`suspended_from` text,
	`suspension_reason` text DEFAULT '' NOT NULL,
	`end_ground_id` text,
	`end_article` text,
	`end_ground_name` text,
	`end_order_date` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`annul_reason` text DEFAULT '' NOT NULL,
	`begin_notice_on` text,
	`begin_notice_reference` text,
	`end_notice_on` text,
	`end_notice_reference` text,
	`prepared_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "employments_number_when_issued" CHECK(("employments"."status" = 'draft') = ("employments"."number" is null)),
	CONSTRAINT "employments_ended_with_ground" CHECK("employments"."status" <> 'ended' or ("employments"."end_ground_id" is not null and "employments"."last_day" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employments_number` ON `employments` (`number_year`,`number`);--> statement-breakpoint
CREATE INDEX `employments_number_text` ON `employments` (`number`);--> statement-breakpoint
CREATE INDEX `employments_person` ON `employments` (`person_id`,`start_date`);--> statement-breakpoint
CREATE INDEX `employments_project` ON `employments` (`project_id`);--> statement-breakpoint
CREATE INDEX `employments_status` ON `employments` (`status`,`contract_date`);--> statement-breakpoint
CREATE INDEX `employments_date` ON `employments` (`contract_date`);--> statement-breakpoint
CREATE INDEX `employments_last_day` ON `employments` (`last_day`);--> statement-breakpoint
CREATE INDEX `employments_issued_by` ON `employments` (`issued_by`);--> statement-breakpoint
CREATE INDEX `employments_prepared_by` ON `employments` (`prepared_by`);--> statement-breakpoint
CREATE INDEX `employments_updated_by` ON `employments` (`updated_by`);