-- The day the files of a load are of, where whoever loads them says so: a list of September may come in December.
alter table registry.load add column as_of date;
