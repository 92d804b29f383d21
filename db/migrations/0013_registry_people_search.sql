-- People are found by the beginnings of the words of their name, and listed in its order.

-- The name by its keys, in small letters, е for ё, words parted by single blanks, one in front: «% петр%» finds every word
-- that begins so. Dashes part words as blanks do. Compared byte by byte, which in small letters without ё is the order of the
-- alphabet. Cut, because an entry of an index holds some 2,700 bytes. Worked out for every name of a load: what is not
-- needed is not in it.
create function registry.name_key(surname_key text, given_key text, patronymic_key text) returns text
  language sql immutable parallel safe
  return ' ' || left(rtrim(replace(surname_key || ' ' || given_key || ' ' || patronymic_key, '-', ' ')), 300);

alter table registry.person add column name_key text collate "C" not null generated always as (registry.name_key(
  coalesce(surname_key, translate(lower(surname), U&'\0451\2010\2011\2013\2014\2212', U&'\0435-----')),
  given_key, patronymic_key)) stored;
-- Looked through for the words of a search as well: 100,000 names take some 50 ms. An index of their trigrams takes half
-- of that, and made up a third of a load. Whole names are looked up in it too: an index of birthdays would be one more.
create index person_by_name on registry.person (tenant_id, name_key, id);

-- Names of the connection's district. LIKE may not look into rows before row security has passed them, so through the
-- table itself it never uses an index; here the district is a condition of the view instead.
create view registry.person_name as
  select tenant_id, id, name_key, birth_on from registry.person where tenant_id = (select platform.tenant());
grant select on registry.person_name to rost_app;
