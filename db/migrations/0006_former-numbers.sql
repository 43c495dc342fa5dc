CREATE TABLE `people_apart` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_apart_other` ON `people_apart` (`other_id`);--> statement-breakpoint
CREATE INDEX `people_apart_by` ON `people_apart` (`by`);--> statement-breakpoint
CREATE TABLE `person_former_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`id_kind` text NOT NULL,
	`id_number` text NOT NULL,
	`ground` text NOT NULL,
	`until` text NOT NULL,
	`replaced_at` text NOT NULL,
	`replaced_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`replaced_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_former_ids_person` ON `person_former_ids` (`person_id`,`replaced_at`);--> statement-breakpoint
CREATE INDEX `person_former_ids_number` ON `person_former_ids` (`id_number`);--> statement-breakpoint
CREATE INDEX `person_former_ids_by` ON `person_former_ids` (`replaced_by`);