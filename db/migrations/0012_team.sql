CREATE TABLE `event_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_notes_event` ON `event_notes` (`event_id`);--> statement-breakpoint
CREATE INDEX `event_notes_written_by` ON `event_notes` (`written_by`);--> statement-breakpoint
CREATE INDEX `event_notes_updated_by` ON `event_notes` (`updated_by`);--> statement-breakpoint
CREATE TABLE `event_participants` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`person_id` text NOT NULL,
	`employment_id` text,
	`added_by` text NOT NULL,
	`certificate_number` text,
	`certificate_date` text,
	`certificate_year` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_participants_once` ON `event_participants` (`event_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_participants_certificate` ON `event_participants` (`certificate_year`,`certificate_number`);--> statement-breakpoint
CREATE INDEX `event_participants_person` ON `event_participants` (`person_id`);--> statement-breakpoint
CREATE INDEX `event_participants_employment` ON `event_participants` (`employment_id`);--> statement-breakpoint
CREATE INDEX `event_participants_added_by` ON `event_participants` (`added_by`);--> statement-breakpoint
CREATE INDEX `event_participants_updated_by` ON `event_participants` (`updated_by`);--> statement-breakpoint
CREATE TABLE `event_presence` (
	`session_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`presence` text NOT NULL,
	PRIMARY KEY(`session_id`, `participant_id`),
	FOREIGN KEY (`session_id`) REFERENCES `event_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `event_participants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_presence_participant` ON `event_presence` (`participant_id`);--> statement-breakpoint
CREATE TABLE `event_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`on_date` text NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_sessions_event` ON `event_sessions` (`event_id`,`position`);--> statement-breakpoint
CREATE INDEX `event_sessions_date` ON `event_sessions` (`on_date`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`leader` text NOT NULL,
	`leader_employment_id` text,
	`place` text NOT NULL,
	`group_name` text NOT NULL,
	`project_id` text,
	`programme` text NOT NULL,
	`minutes` integer NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`state` text NOT NULL,
	`cancel_reason` text DEFAULT '' NOT NULL,
	`correct_reason` text DEFAULT '' NOT NULL,
	`findings` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`leader_employment_id`) REFERENCES `employments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_days` ON `events` (`first_day`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`state`);--> statement-breakpoint
CREATE INDEX `events_leader` ON `events` (`leader_employment_id`);--> statement-breakpoint
CREATE INDEX `events_project` ON `events` (`project_id`);--> statement-breakpoint
CREATE INDEX `events_updated_by` ON `events` (`updated_by`);--> statement-breakpoint
CREATE TABLE `mentorships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentorships_person` ON `mentorships` (`person_id`,`from_date`);--> statement-breakpoint
CREATE INDEX `mentorships_mentor` ON `mentorships` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `mentorships_updated_by` ON `mentorships` (`updated_by`);--> statement-breakpoint
CREATE TABLE `training_exemptions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`programme` text NOT NULL,
	`paper_number` text NOT NULL,
	`paper_date` text,
	`reason` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_exemptions_person` ON `training_exemptions` (`person_id`,`kind`);--> statement-breakpoint
CREATE INDEX `training_exemptions_updated_by` ON `training_exemptions` (`updated_by`);--> statement-breakpoint
CREATE TABLE `selection_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`candidacy_id` text NOT NULL,
	`methodology_version_id` text NOT NULL,
	`state` text NOT NULL,
	`answers` text NOT NULL,
	`scorer_id` text,
	`conflicts` text NOT NULL,
	`interview_invited_on` text,
	`interview_on` text,
	`interview_minute` integer,
	`interview_place` text DEFAULT '' NOT NULL,
	`interview_came` text,
	`interview_note` text DEFAULT '' NOT NULL,
	`points` integer,
	`scored_on` text,
	`commission_points` integer,
	`commission_comment` text DEFAULT '' NOT NULL,
	`commission_by` text,
	`approved_by` text,
	`approved_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`candidacy_id`) REFERENCES `candidacies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`methodology_version_id`) REFERENCES `methodology_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commission_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "selection_cards_two_people" CHECK("selection_cards"."state" <> 'approved' or ("selection_cards"."approved_by" is not null and "selection_cards"."scorer_id" is not null and "selection_cards"."approved_by" <> "selection_cards"."scorer_id" and "selection_cards"."points" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `selection_cards_candidacy` ON `selection_cards` (`candidacy_id`);--> statement-breakpoint
CREATE INDEX `selection_cards_state` ON `selection_cards` (`state`,`interview_on`);--> statement-breakpoint
CREATE INDEX `selection_cards_methodology` ON `selection_cards` (`methodology_version_id`);--> statement-breakpoint
CREATE INDEX `selection_cards_scorer` ON `selection_cards` (`scorer_id`);--> statement-breakpoint
CREATE INDEX `selection_cards_commission_by` ON `selection_cards` (`commission_by`);--> statement-breakpoint
CREATE INDEX `selection_cards_approved_by` ON `selection_cards` (`approved_by`);--> statement-breakpoint
CREATE INDEX `selection_cards_updated_by` ON `selection_cards` (`updated_by`);