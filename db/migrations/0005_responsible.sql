ALTER TABLE `application_events` ADD `responsible_id` text REFERENCES accounts(id);--> statement-breakpoint
CREATE INDEX `application_events_responsible` ON `application_events` (`responsible_id`);--> statement-breakpoint
ALTER TABLE `applications` ADD `responsible_id` text REFERENCES accounts(id);--> statement-breakpoint
CREATE INDEX `applications_responsible` ON `applications` (`responsible_id`);