-- How much may be taken away a day, by an account and by all of the district.
alter table registry.sign_in_rule
  add column exports_a_day int not null default 100 check (exports_a_day between 1 and 10000),
  add column export_rows_a_day int not null default 100000 check (export_rows_a_day between 100 and 10000000),
  add column district_exports_a_day int not null default 1000 check (district_exports_a_day between 1 and 100000),
  add column district_export_rows_a_day int not null default 1000000
    check (district_export_rows_a_day between 100 and 100000000);

create table registry.export_use (
  tenant_id int not null default platform.tenant() references registry.district,
  on_day date not null,
  account_id bigint not null references identity.account on delete cascade,
  exports int not null,
  rows bigint not null,
  primary key (tenant_id, on_day, account_id)
);
call platform.secure('registry.export_use');
