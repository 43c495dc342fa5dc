-- Search index of people: names and place of the current address in search form
-- (domain/text/search.ts). Contentless: the words themselves are kept in persons.search_text only.
-- Written by db/queries/people-index.ts in the transaction that saves the person; no triggers.
create virtual table person_search using fts5(
  names,
  place,
  content = '',
  contentless_delete = 1,
  prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);
-- Otherwise deleted words stay in the index and in every copy of the file.
insert into person_search(person_search, rank) values ('secure-delete', 1);
