-- What is never changed afterwards, not even by a fault of the program itself.
-- A rebuild of one of these tables drops its triggers: the migration that rebuilds makes them anew
-- (db/verify.ts names every trigger that must be there).

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_payloads_no_update BEFORE UPDATE ON audit_payloads
BEGIN SELECT RAISE(ABORT, 'audit payloads are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_update BEFORE UPDATE ON audit_checkpoints
BEGIN SELECT RAISE(ABORT, 'audit checkpoints are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_delete BEFORE DELETE ON audit_checkpoints
BEGIN SELECT RAISE(ABORT, 'audit checkpoints are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER registry_numbers_no_delete BEFORE DELETE ON registry_numbers
BEGIN SELECT RAISE(ABORT, 'registry numbers are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER registry_numbers_keep BEFORE UPDATE OF register, year, number, label ON registry_numbers
BEGIN SELECT RAISE(ABORT, 'registry numbers are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER registry_counters_grow BEFORE UPDATE OF last_number ON registry_counters
WHEN new.last_number < old.last_number
BEGIN SELECT RAISE(ABORT, 'a counter never goes back'); END;
--> statement-breakpoint

-- Search index of people: names and place of the current address in search form
-- (domain/text/search.ts). Written by db/queries/people-index.ts in the transaction that saves the
-- person; no triggers. It keeps its own copy of the words, because deleting from a contentless
-- index (contentless_delete) only marks the row dead and ignores secure-delete: the words would
-- stay in the file and in every copy of it.
CREATE VIRTUAL TABLE person_search USING fts5(
  names,
  place,
  prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);
--> statement-breakpoint
INSERT INTO person_search(person_search, rank) VALUES ('secure-delete', 1);
