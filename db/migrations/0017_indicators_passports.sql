-- What officials expect to read about an indicator beside its definition, and a version for who changes it at one time.
alter table indicators.indicator add column version int not null default 1;

-- Written by the district, each line as far as there is something to say.
create table indicators.passport (
  tenant_id int not null default platform.tenant(),
  indicator_id bigint not null,
  number text,
  unit text,
  purpose text,
  period text,
  source text,
  monitoring text,
  responsible text,
  contact text,
  primary key (tenant_id, indicator_id),
  foreign key (tenant_id, indicator_id) references indicators.indicator
);
call platform.secure('indicators.passport');
