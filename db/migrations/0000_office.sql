CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`display_name` text NOT NULL,
	`display_name_key` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`login_order` integer DEFAULT 0 NOT NULL,
	`roles` text NOT NULL,
	`slot_id` text NOT NULL,
	`slot_fingerprint` text NOT NULL,
	`password_changed_at` text NOT NULL,
	`must_change_password` integer DEFAULT false NOT NULL,
	`disabled_at` text,
	`preferences` text DEFAULT '{}' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_display_name_key_unique` ON `accounts` (`display_name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_slot_id_unique` ON `accounts` (`slot_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_slot_fingerprint_unique` ON `accounts` (`slot_fingerprint`);--> statement-breakpoint
CREATE TABLE `audit_checkpoints` (
	`seq` integer PRIMARY KEY NOT NULL,
	`entry_hash` text NOT NULL,
	`at` text NOT NULL,
	`signature` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_entries`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`clock_back` integer NOT NULL,
	`actor` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text,
	`payload_hash` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_hash_unique` ON `audit_entries` (`hash`);--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`action`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_payloads` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_entries`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`account_id` text NOT NULL,
	`form_key` text NOT NULL,
	`payload` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `form_key`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `file_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`key_id` text NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	FOREIGN KEY (`key_id`) REFERENCES `file_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_hash_unique` ON `files` (`hash`);--> statement-breakpoint
CREATE INDEX `files_key` ON `files` (`key_id`);--> statement-breakpoint
CREATE INDEX `files_created_by` ON `files` (`created_by`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`request_id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`procedure` text NOT NULL,
	`result` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_account` ON `idempotency` (`account_id`);--> statement-breakpoint
CREATE INDEX `idempotency_created_at` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `office` (
	`id` text PRIMARY KEY NOT NULL,
	`singleton` integer DEFAULT 1 NOT NULL,
	`data` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`recovery_slot_id` text NOT NULL,
	`recovery_slot_fingerprint` text NOT NULL,
	`recovery_issued_at` text NOT NULL,
	`recovery_confirmed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "office_is_one" CHECK("office"."singleton" = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_singleton_unique` ON `office` (`singleton`);--> statement-breakpoint
CREATE TABLE `registry_counters` (
	`register` text NOT NULL,
	`year` integer NOT NULL,
	`mode` text NOT NULL,
	`last_number` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`register`, `year`)
);
--> statement-breakpoint
CREATE TABLE `registry_gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`year` integer NOT NULL,
	`first_number` integer NOT NULL,
	`last_number` integer NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registry_gaps_register` ON `registry_gaps` (`register`,`year`);--> statement-breakpoint
CREATE INDEX `registry_gaps_recorded_by` ON `registry_gaps` (`recorded_by`);--> statement-breakpoint
CREATE TABLE `registry_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer,
	`label` text NOT NULL,
	`status` text DEFAULT 'issued' NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text,
	`annulled_at` text,
	`annulled_by` text,
	`annul_reason` text,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annulled_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registry_numbers_number` ON `registry_numbers` (`register`,`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `registry_numbers_label` ON `registry_numbers` (`register`,`year`,`label`);--> statement-breakpoint
CREATE INDEX `registry_numbers_text` ON `registry_numbers` (`label`);--> statement-breakpoint
CREATE INDEX `registry_numbers_subject` ON `registry_numbers` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `registry_numbers_issued_by` ON `registry_numbers` (`issued_by`);--> statement-breakpoint
CREATE INDEX `registry_numbers_annulled_by` ON `registry_numbers` (`annulled_by`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`valid_from` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`value` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`certainty` text NOT NULL,
	`changed_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_key_date` ON `settings` (`key`,`valid_from`,`revision`);--> statement-breakpoint
CREATE INDEX `settings_changed_by` ON `settings` (`changed_by`);