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
CREATE TABLE `application_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`presented_as` text NOT NULL,
	`number` text NOT NULL,
	`date` text,
	`valid_until` text,
	`note` text NOT NULL,
	`verified_by` text NOT NULL,
	`verified_at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`verified_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_documents_place` ON `application_documents` (`application_id`,`position`);--> statement-breakpoint
CREATE INDEX `application_documents_verified_by` ON `application_documents` (`verified_by`);--> statement-breakpoint
CREATE TABLE `application_events` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
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
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_events_place` ON `application_events` (`application_id`,`position`);--> statement-breakpoint
CREATE INDEX `application_events_by` ON `application_events` (`by`);--> statement-breakpoint
CREATE TABLE `application_other_services` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`provider` text NOT NULL,
	`reference` text NOT NULL,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_other_services_place` ON `application_other_services` (`application_id`,`position`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`regime` text NOT NULL,
	`service` text NOT NULL,
	`entry_number` text NOT NULL,
	`entry_date` text NOT NULL,
	`entry_year` integer NOT NULL,
	`eligibility_group` text,
	`filed_by` text NOT NULL,
	`representative_id` text,
	`lives_with` text,
	`household_size` integer,
	`relatives_nearby` text,
	`uses_other_service` text,
	`preferred_assistant` text NOT NULL,
	`kinship` text,
	`substitute_assistant` text NOT NULL,
	`preferred_hours` text NOT NULL,
	`needs_description` text NOT NULL,
	`general_practitioner` text NOT NULL,
	`emergency_contact_name` text NOT NULL,
	`emergency_contact_phone` text NOT NULL,
	`preliminary_assessment_number` text NOT NULL,
	`preliminary_assessment_date` text,
	`declarations` text NOT NULL,
	`note` text NOT NULL,
	`documents_letter_date` text,
	`documents_due_date` text,
	`refusal_ground` text,
	`drop_out_reason` text,
	`ended_on` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`override_reason` text DEFAULT '' NOT NULL,
	`override_by` text,
	`received_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`override_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_entry` ON `applications` (`entry_year`,`entry_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_one_open` ON `applications` (`person_id`,`service`) WHERE "applications"."state" not in ('notAdmitted', 'droppedOut', 'closed', 'belowThreshold');--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`person_id`,`entry_date`);--> statement-breakpoint
CREATE INDEX `applications_state` ON `applications` (`state`,`entry_date`);--> statement-breakpoint
CREATE INDEX `applications_date` ON `applications` (`entry_date`);--> statement-breakpoint
CREATE INDEX `applications_number` ON `applications` (`entry_number`);--> statement-breakpoint
CREATE INDEX `applications_representative` ON `applications` (`representative_id`);--> statement-breakpoint
CREATE INDEX `applications_override_by` ON `applications` (`override_by`);--> statement-breakpoint
CREATE INDEX `applications_received_by` ON `applications` (`received_by`);--> statement-breakpoint
CREATE INDEX `applications_updated_by` ON `applications` (`updated_by`);--> statement-breakpoint
CREATE TABLE `assessment_answers` (
	`assessment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`option_id` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `item_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `assessment_team` (
	`assessment_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `place`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`methodology_version_id` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`previous_id` text,
	`kind` text NOT NULL,
	`update_reason` text,
	`update_reason_text` text NOT NULL,
	`number` text,
	`number_year` integer,
	`assessment_date` text,
	`visit_date` text,
	`visit_place` text NOT NULL,
	`visit_attempt` integer NOT NULL,
	`outcome` text NOT NULL,
	`witness` text NOT NULL,
	`recommended_minutes_per_day` integer,
	`recommended_term` text,
	`content` text NOT NULL,
	`score` text,
	`total` integer,
	`degree` text,
	`computed_minutes` integer,
	`finished_at` text,
	`prepared_by` text NOT NULL,
	`granted_minutes` integer,
	`granted_reason` text DEFAULT '' NOT NULL,
	`approved_by` text,
	`approval_date` text,
	`sent_back_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`methodology_version_id`) REFERENCES `methodology_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_two_people" CHECK("assessments"."status" <> 'approved' or ("assessments"."approved_by" is not null and "assessments"."approved_by" <> "assessments"."prepared_by" and "assessments"."granted_minutes" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_number` ON `assessments` (`number_year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_revision` ON `assessments` (`application_id`,`revision`);--> statement-breakpoint
CREATE INDEX `assessments_person` ON `assessments` (`person_id`);--> statement-breakpoint
CREATE INDEX `assessments_status` ON `assessments` (`status`,`assessment_date`);--> statement-breakpoint
CREATE INDEX `assessments_date` ON `assessments` (`assessment_date`);--> statement-breakpoint
CREATE INDEX `assessments_methodology` ON `assessments` (`methodology_version_id`);--> statement-breakpoint
CREATE INDEX `assessments_previous` ON `assessments` (`previous_id`);--> statement-breakpoint
CREATE INDEX `assessments_prepared_by` ON `assessments` (`prepared_by`);--> statement-breakpoint
CREATE INDEX `assessments_approved_by` ON `assessments` (`approved_by`);--> statement-breakpoint
CREATE INDEX `assessments_updated_by` ON `assessments` (`updated_by`);--> statement-breakpoint
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
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`application_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`service` text NOT NULL,
	`status` text NOT NULL,
	`number` text,
	`number_year` integer,
	`contract_date` text NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	`ended_on` text,
	`minutes_per_month` integer NOT NULL,
	`place` text NOT NULL,
	`place_of_service` text NOT NULL,
	`representative_id` text,
	`signing_mode` text NOT NULL,
	`witnesses` text NOT NULL,
	`assistants` text NOT NULL,
	`case_manager_name` text NOT NULL,
	`case_manager_position` text NOT NULL,
	`case_manager_phone` text NOT NULL,
	`fee_monthly_cents` integer NOT NULL,
	`fee_basis_text` text NOT NULL,
	`copies` integer NOT NULL,
	`accountant_signs` integer NOT NULL,
	`annexes` integer DEFAULT 0 NOT NULL,
	`issued_at` text,
	`issued_by` text,
	`person_signed_on` text,
	`provider_signed_on` text,
	`signed_on` text,
	`suspended_from` text,
	`suspension_ground` text,
	`termination_ground` text,
	`termination_reason` text DEFAULT '' NOT NULL,
	`annul_reason` text DEFAULT '' NOT NULL,
	`prepared_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `support_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contracts_number_when_issued" CHECK(("contracts"."status" = 'draft') = ("contracts"."number" is null)),
	CONSTRAINT "contracts_ended_with_ground" CHECK("contracts"."status" <> 'terminated' or ("contracts"."termination_ground" is not null and "contracts"."ended_on" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number` ON `contracts` (`number_year`,`number`);--> statement-breakpoint
CREATE INDEX `contracts_number_text` ON `contracts` (`number`);--> statement-breakpoint
CREATE INDEX `contracts_person` ON `contracts` (`person_id`,`start_date`);--> statement-breakpoint
CREATE INDEX `contracts_application` ON `contracts` (`application_id`);--> statement-breakpoint
CREATE INDEX `contracts_assessment` ON `contracts` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `contracts_plan` ON `contracts` (`plan_id`);--> statement-breakpoint
CREATE INDEX `contracts_status` ON `contracts` (`status`,`contract_date`);--> statement-breakpoint
CREATE INDEX `contracts_date` ON `contracts` (`contract_date`);--> statement-breakpoint
CREATE INDEX `contracts_end` ON `contracts` (`end_date`);--> statement-breakpoint
CREATE INDEX `contracts_representative` ON `contracts` (`representative_id`);--> statement-breakpoint
CREATE INDEX `contracts_issued_by` ON `contracts` (`issued_by`);--> statement-breakpoint
CREATE INDEX `contracts_prepared_by` ON `contracts` (`prepared_by`);--> statement-breakpoint
CREATE INDEX `contracts_updated_by` ON `contracts` (`updated_by`);--> statement-breakpoint
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
CREATE TABLE `methodology_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`valid_from` text NOT NULL,
	`data` text NOT NULL,
	`hash` text NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `methodology_versions_number` ON `methodology_versions` (`code`,`number`);--> statement-breakpoint
CREATE INDEX `methodology_versions_date` ON `methodology_versions` (`code`,`valid_from`);--> statement-breakpoint
CREATE INDEX `methodology_versions_created_by` ON `methodology_versions` (`created_by`);--> statement-breakpoint
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
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`registry_number_id` text NOT NULL,
	`number` text NOT NULL,
	`paper_date` text NOT NULL,
	`file_id` text NOT NULL,
	`pages` integer NOT NULL,
	`text_version` text NOT NULL,
	`data_hash` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	`status` text DEFAULT 'forPrint' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`printed_at` text,
	`printed_by` text,
	`print_count` integer DEFAULT 0 NOT NULL,
	`signed_on` text,
	`signed_mode` text,
	`signed_recorded_at` text,
	`signed_recorded_by` text,
	`annulled_at` text,
	`annulled_by` text,
	`annul_reason` text,
	`replaced_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registry_number_id`) REFERENCES `registry_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annulled_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "papers_annulled_with_reason" CHECK("papers"."status" <> 'annulled' or ("papers"."annulled_at" is not null and "papers"."annul_reason" is not null)),
	CONSTRAINT "papers_signed_with_date" CHECK("papers"."status" <> 'signedBack' or ("papers"."signed_on" is not null and "papers"."signed_mode" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_registry_number` ON `papers` (`registry_number_id`);--> statement-breakpoint
CREATE INDEX `papers_person` ON `papers` (`person_id`);--> statement-breakpoint
CREATE INDEX `papers_subject` ON `papers` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `papers_list` ON `papers` (`kind`,`status`,`paper_date`);--> statement-breakpoint
CREATE INDEX `papers_date` ON `papers` (`paper_date`);--> statement-breakpoint
CREATE INDEX `papers_number` ON `papers` (`number`);--> statement-breakpoint
CREATE INDEX `papers_file` ON `papers` (`file_id`);--> statement-breakpoint
CREATE INDEX `papers_issued_by` ON `papers` (`issued_by`);--> statement-breakpoint
CREATE INDEX `papers_printed_by` ON `papers` (`printed_by`);--> statement-breakpoint
CREATE INDEX `papers_signed_recorded_by` ON `papers` (`signed_recorded_by`);--> statement-breakpoint
CREATE INDEX `papers_annulled_by` ON `papers` (`annulled_by`);--> statement-breakpoint
CREATE INDEX `papers_replaced_by` ON `papers` (`replaced_by`);--> statement-breakpoint
CREATE TABLE `person_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`region` text,
	`municipality` text,
	`settlement_kind` text NOT NULL,
	`settlement` text NOT NULL,
	`ekatte` text,
	`district` text,
	`quarter` text,
	`street` text,
	`street_number` text,
	`block` text,
	`entrance` text,
	`floor` text,
	`apartment` text,
	`post_code` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_addresses_person` ON `person_addresses` (`person_id`,`kind`);--> statement-breakpoint
CREATE TABLE `person_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_notes_person` ON `person_notes` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `person_notes_by` ON `person_notes` (`by`);--> statement-breakpoint
CREATE TABLE `person_phones` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`note` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `person_phones_person` ON `person_phones` (`person_id`,`position`);--> statement-breakpoint
CREATE INDEX `person_phones_number` ON `person_phones` (`number`);--> statement-breakpoint
CREATE TABLE `persons` (
	`row_no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`first_name` text NOT NULL,
	`middle_name` text,
	`last_name` text NOT NULL,
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
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `representatives` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`first_name` text NOT NULL,
	`middle_name` text,
	`last_name` text NOT NULL,
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
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `representatives_person` ON `representatives` (`person_id`);--> statement-breakpoint
CREATE INDEX `representatives_created_by` ON `representatives` (`created_by`);--> statement-breakpoint
CREATE INDEX `representatives_updated_by` ON `representatives` (`updated_by`);--> statement-breakpoint
CREATE TABLE `telk_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`issuer` text NOT NULL,
	`issuer_name` text,
	`number` text NOT NULL,
	`session` text,
	`decided_on` text NOT NULL,
	`kind` text NOT NULL,
	`percent` real NOT NULL,
	`attendance` integer NOT NULL,
	`attendance_until` text,
	`attendance_lifetime` integer NOT NULL,
	`valid_until` text,
	`lifetime` integer NOT NULL,
	`diagnosis` text,
	`icd10` text,
	`disability_from` text,
	`in_force` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `telk_decisions_person` ON `telk_decisions` (`person_id`,`decided_on`);--> statement-breakpoint
CREATE INDEX `telk_decisions_until` ON `telk_decisions` (`valid_until`);--> statement-breakpoint
CREATE INDEX `telk_decisions_created_by` ON `telk_decisions` (`created_by`);--> statement-breakpoint
CREATE INDEX `telk_decisions_updated_by` ON `telk_decisions` (`updated_by`);--> statement-breakpoint
CREATE TABLE `plan_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`place` integer NOT NULL,
	`kind` text NOT NULL,
	`area_id` text,
	`goal` text NOT NULL,
	`activities` text NOT NULL,
	`expected_result` text NOT NULL,
	`responsible` text NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `support_plans`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_goals_place` ON `plan_goals` (`plan_id`,`place`);--> statement-breakpoint
CREATE TABLE `plan_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`results` text NOT NULL,
	`note` text NOT NULL,
	`next_review_date` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `support_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_reviews_plan` ON `plan_reviews` (`plan_id`,`reviewed_on`);--> statement-breakpoint
CREATE INDEX `plan_reviews_created_by` ON `plan_reviews` (`created_by`);--> statement-breakpoint
CREATE TABLE `plan_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`place` integer NOT NULL,
	`activity` text NOT NULL,
	`weekdays` text NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	`assistant` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `support_plans`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_rows_place` ON `plan_rows` (`plan_id`,`place`);--> statement-breakpoint
CREATE TABLE `support_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`previous_id` text,
	`number` text,
	`number_year` integer,
	`plan_date` text,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`next_review_date` text,
	`granted_minutes` integer NOT NULL,
	`min_minutes` integer NOT NULL,
	`max_minutes` integer NOT NULL,
	`week_minutes` integer NOT NULL,
	`areas_without_goal` text NOT NULL,
	`risks` text NOT NULL,
	`difference_reason` text NOT NULL,
	`involvement` text NOT NULL,
	`emergency_contact_name` text NOT NULL,
	`emergency_contact_phone` text NOT NULL,
	`general_practitioner` text DEFAULT '' NOT NULL,
	`case_manager` text NOT NULL,
	`prepared_by` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`sent_back_reason` text DEFAULT '' NOT NULL,
	`signed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `support_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `support_plans_number` ON `support_plans` (`number_year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `support_plans_revision` ON `support_plans` (`application_id`,`revision`);--> statement-breakpoint
CREATE INDEX `support_plans_person` ON `support_plans` (`person_id`);--> statement-breakpoint
CREATE INDEX `support_plans_assessment` ON `support_plans` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `support_plans_status` ON `support_plans` (`status`,`valid_from`);--> statement-breakpoint
CREATE INDEX `support_plans_from` ON `support_plans` (`valid_from`);--> statement-breakpoint
CREATE INDEX `support_plans_review` ON `support_plans` (`next_review_date`);--> statement-breakpoint
CREATE INDEX `support_plans_previous` ON `support_plans` (`previous_id`);--> statement-breakpoint
CREATE INDEX `support_plans_prepared_by` ON `support_plans` (`prepared_by`);--> statement-breakpoint
CREATE INDEX `support_plans_approved_by` ON `support_plans` (`approved_by`);--> statement-breakpoint
CREATE INDEX `support_plans_updated_by` ON `support_plans` (`updated_by`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`contract_number` text,
	`contract_number_key` text,
	`municipality` text NOT NULL,
	`role` text NOT NULL,
	`beneficiary` text,
	`programme` text NOT NULL,
	`procedure_number` text,
	`procedure_name` text,
	`total_cents` integer,
	`total_currency` text,
	`starts_on` text,
	`ends_on` text,
	`duration_months` integer,
	`service_months` integer,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "projects_total_has_currency" CHECK(("projects"."total_cents" is null) = ("projects"."total_currency" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_contract_number` ON `projects` (`contract_number_key`);--> statement-breakpoint
CREATE INDEX `projects_updated_by` ON `projects` (`updated_by`);--> statement-breakpoint
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