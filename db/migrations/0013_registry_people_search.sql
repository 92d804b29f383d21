-- People are found by the beginnings of the words of their name, and listed in its order.
create extension if not exists pg_trgm;

-- The name in small letters, е for ё, words parted by single blanks, one in front: «% петр%» finds every word that begins
-- so. Dashes part words as blanks do. Cut, because an entry of an index holds some 2,700 bytes.
alter table registry.person add column name_key text not null generated always as (' ' || left(translate(
  lower(normalize(surname || ' ' || given_name || coalesce(' ' || patronymic, ''), NFC)),
  U&'\0451\002d\00ad\058a\05be\2010\2011\2012\2013\2014\2015\2043\207b\208b\2212\2e3a\2e3b\fe58\fe63\ff0d',
  U&'\0435                   '), 300)) stored;
create index person_by_name on registry.person (tenant_id, name_key, id);
-- A load adds names by the thousand; what waits to be sorted in is looked through at every search, so not much may.
create index person_search on registry.person using gin (name_key gin_trgm_ops) with (gin_pending_list_limit = 512);

-- Names of the connection's district. LIKE may not look into rows before row security has passed them, so through the
-- table itself it never uses an index; here the district is a condition of the view instead.
create view registry.person_name as
  select tenant_id, id, name_key, birth_on from registry.person where tenant_id = (select platform.tenant());
grant select on registry.person_name to rost_app;
