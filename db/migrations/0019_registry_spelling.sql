-- How far a word that nobody's name begins with is from those that names do begin with. Comes with PostgreSQL; trusted.
create extension if not exists fuzzystrmatch with schema platform;
