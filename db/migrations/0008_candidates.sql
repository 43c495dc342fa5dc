CREATE TABLE `candidacies` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`entry_number` text NOT NULL,
	`entry_date` text NOT NULL,
	`entry_year` integer NOT NULL,
	`campaign` text NOT NULL,
	`campaign_key` text NOT NULL,
	`regime` text NOT NULL,
	`position` text,
	`named_person` text NOT NULL,
	`kinship` text,
	`labour_status` text,
	`education` text,
	`experience_months` integer,
	`trainings` text NOT NULL,
	`other_contract` text,
	`weekdays` text NOT NULL,
	`daily_minutes` integer,
	`has_car` text,
	`climbs_stairs` text,
	`refused_acts` text NOT NULL,
	`declarations` text NOT NULL,
	`note` text NOT NULL,
	`documents_letter_date` text,
	`documents_due_date` text,
	`refusal_ground` text,
	`withdrawal_reason` text,
	`ended_on` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`papers_gone_on` text,
	`papers_outcome` text,
	`papers_note` text DEFAULT '' NOT NULL,
	`received_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidacies_entry` ON `candidacies` (`entry_year`,`entry_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `candidacies_one_open` ON `candidacies` (`person_id`,`campaign_key`) WHERE "candidacies"."state" not in ('notAdmitted', 'withdrawn', 'closed');--> statement-breakpoint
CREATE INDEX `candidacies_person` ON `candidacies` (`person_id`,`entry_date`);--> statement-breakpoint
CREATE INDEX `candidacies_state` ON `candidacies` (`state`,`entry_date`);--> statement-breakpoint
CREATE INDEX `candidacies_date` ON `candidacies` (`entry_date`);--> statement-breakpoint
CREATE INDEX `candidacies_campaign` ON `candidacies` (`campaign_key`);--> statement-breakpoint
CREATE INDEX `candidacies_received_by` ON `candidacies` (`received_by`);--> statement-breakpoint
CREATE INDEX `candidacies_updated_by` ON `candidacies` (`updated_by`);--> statement-breakpoint
CREATE TABLE `candidacy_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`candidacy_id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`presented_as` text NOT NULL,
	`number` text NOT NULL,
	`date` text,
	`note` text NOT NULL,
	`verified_by` text NOT NULL,
	`verified_at` text NOT NULL,
	FOREIGN KEY (`candidacy_id`) REFERENCES `candidacies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`verified_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidacy_documents_place` ON `candidacy_documents` (`candidacy_id`,`position`);--> statement-breakpoint
CREATE INDEX `candidacy_documents_verified_by` ON `candidacy_documents` (`verified_by`);--> statement-breakpoint
CREATE TABLE `candidacy_events` (
	`id` text PRIMARY KEY NOT NULL,
	`candidacy_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`on_date` text,
	`why` text,
	`reason` text NOT NULL,
	`undoes` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`candidacy_id`) REFERENCES `candidacies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidacy_events_place` ON `candidacy_events` (`candidacy_id`,`position`);--> statement-breakpoint
CREATE INDEX `candidacy_events_by` ON `candidacy_events` (`by`);--> statement-breakpoint
CREATE TABLE `candidacy_villages` (
	`id` text PRIMARY KEY NOT NULL,
	`candidacy_id` text NOT NULL,
	`position` integer NOT NULL,
	`village` text NOT NULL,
	FOREIGN KEY (`candidacy_id`) REFERENCES `candidacies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidacy_villages_place` ON `candidacy_villages` (`candidacy_id`,`position`);--> statement-breakpoint
CREATE INDEX `candidacy_villages_village` ON `candidacy_villages` (`village`);