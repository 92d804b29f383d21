-- The key everything sealed goes back to, wrapped by the operator's secret: so that the secret can be turned by wrapping one
-- value anew. Empty where the house is older than this table: there it is the secret of that day itself.
create table platform.master_key (
  one boolean primary key default true check (one),
  wrapped bytea not null
);
grant select, insert, update on platform.master_key to rost_app;
insert into platform.master_key (wrapped) select '' where exists (select from registry.district);
