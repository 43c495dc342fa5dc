CREATE INDEX `audit_entries_actor_action` ON `audit_entries` (`actor`,`action`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_clock_back` ON `audit_entries` (`seq`) WHERE clock_back = 1;