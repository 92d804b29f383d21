-- What an organisation has introduced: regulations, models, communities, a tutor. A value of a list, from a day on.
create table registry.organisation_feature (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  organisation_id bigint not null,
  kind_id bigint not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  -- By which it was introduced: a regulation, an order with its number.
  document text not null default '' check (length(document) <= 300),
  version int not null default 1,
  source_id bigint, source_row int, origins jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, kind_id, from_on),
  foreign key (tenant_id, organisation_id) references registry.organisation on delete cascade,
  foreign key (tenant_id, kind_id) references registry.classifier_value
);
create index organisation_feature_kind on registry.organisation_feature (tenant_id, kind_id);
call platform.secure('registry.organisation_feature');

-- Districts there are get the list new ones begin with.
insert into registry.classifier_value (tenant_id, kind, key, label)
select d.id, 'organisation_feature', lower(f.label), f.label
from registry.district d, unnest(array[
  'положение о ВСОКО', 'новая модель методической службы', 'профессиональное обучающееся сообщество',
  'тьютор профессионального развития']) as f (label)
on conflict (tenant_id, kind, key) do nothing;
