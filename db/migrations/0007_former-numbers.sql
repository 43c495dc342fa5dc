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
CREATE INDEX `person_former_ids_by` ON `person_former_ids` (`replaced_by`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_persons` (
	`row_no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`first_name` text NOT NULL,
	`middle_name` text,
	`last_name` text,
	`id_kind` text NOT NULL,
	`id_number` text NOT NULL,
	`birth_date` text NOT NULL,
	`sex` text NOT NULL,
	`citizenship` text NOT NULL,
	`id_card_number` text,
	`id_card_issued_on` text,
	`id_card_issued_by` text,
	`id_card_valid_until` text,
	`id_card_no_expiry` integer NOT NULL,
	`email` text,
	`marital_status` text NOT NULL,
	`lives_alone` text NOT NULL,
	`gp` text,
	`emergency_contact_name` text,
	`emergency_contact_relation` text,
	`emergency_contact_phone` text,
	`capacity` text NOT NULL,
	`cannot_sign` integer NOT NULL,
	`iban` text,
	`death_date` text,
	`own_wish_text` text,
	`sort_key` text NOT NULL,
	`search_text` text NOT NULL,
	`settlement_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_persons`("row_no", "id", "first_name", "middle_name", "last_name", "id_kind", "id_number", "birth_date", "sex", "citizenship", "id_card_number", "id_card_issued_on", "id_card_issued_by", "id_card_valid_until", "id_card_no_expiry", "email", "marital_status", "lives_alone", "gp", "emergency_contact_name", "emergency_contact_relation", "emergency_contact_phone", "capacity", "cannot_sign", "iban", "death_date", "own_wish_text", "sort_key", "search_text", "settlement_key", "version", "created_at", "updated_at", "updated_by", "created_by") SELECT "row_no", "id", "first_name", "middle_name", "last_name", "id_kind", "id_number", "birth_date", "sex", "citizenship", "id_card_number", "id_card_issued_on", "id_card_issued_by", "id_card_valid_until", "id_card_no_expiry", "email", "marital_status", "lives_alone", "gp", "emergency_contact_name", "emergency_contact_relation", "emergency_contact_phone", "capacity", "cannot_sign", "iban", "death_date", "own_wish_text", "sort_key", "search_text", "settlement_key", "version", "created_at", "updated_at", "updated_by", "created_by" FROM `persons`;--> statement-breakpoint
DROP TABLE `persons`;--> statement-breakpoint
ALTER TABLE `__new_persons` RENAME TO `persons`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `persons_id_unique` ON `persons` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `persons_id_number` ON `persons` (`id_kind`,`id_number`);--> statement-breakpoint
CREATE INDEX `persons_number` ON `persons` (`id_number`);--> statement-breakpoint
CREATE INDEX `persons_sort` ON `persons` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_settlement` ON `persons` (`settlement_key`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_search` ON `persons` (`search_text`);--> statement-breakpoint
CREATE INDEX `persons_birth` ON `persons` (`birth_date`);--> statement-breakpoint
CREATE INDEX `persons_updated` ON `persons` (`updated_at`);--> statement-breakpoint
CREATE INDEX `persons_created_by` ON `persons` (`created_by`);--> statement-breakpoint
CREATE INDEX `persons_updated_by` ON `persons` (`updated_by`);--> statement-breakpoint
CREATE TABLE `__new_representatives` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`first_name` text NOT NULL,
	`middle_name` text,
	`last_name` text,
	`id_kind` text NOT NULL,
	`id_number` text,
	`sex` text,
	`id_card_number` text,
	`address` text,
	`phone` text,
	`email` text,
	`document_kind` text NOT NULL,
	`document_number` text,
	`document_date` text,
	`document_issuer` text,
	`valid_from` text,
	`valid_until` text,
	`scope` text,
	`signs_contracts` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_representatives`("id", "person_id", "kind", "first_name", "middle_name", "last_name", "id_kind", "id_number", "sex", "id_card_number", "address", "phone", "email", "document_kind", "document_number", "document_date", "document_issuer", "valid_from", "valid_until", "scope", "signs_contracts", "version", "created_at", "updated_at", "updated_by", "created_by") SELECT "id", "person_id", "kind", "first_name", "middle_name", "last_name", "id_kind", "id_number", "sex", "id_card_number", "address", "phone", "email", "document_kind", "document_number", "document_date", "document_issuer", "valid_from", "valid_until", "scope", "signs_contracts", "version", "created_at", "updated_at", "updated_by", "created_by" FROM `representatives`;--> statement-breakpoint
DROP TABLE `representatives`;--> statement-breakpoint
ALTER TABLE `__new_representatives` RENAME TO `representatives`;--> statement-breakpoint
CREATE INDEX `representatives_person` ON `representatives` (`person_id`);--> statement-breakpoint
CREATE INDEX `representatives_created_by` ON `representatives` (`created_by`);--> statement-breakpoint
CREATE INDEX `representatives_updated_by` ON `representatives` (`updated_by`);