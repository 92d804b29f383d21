-- What happened that concerns an account, told in the client. Written in the transaction of what happened; holds ids,
-- codes and days, never names. Kept for 90 days.
create table platform.notification (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  account_id bigint not null references identity.account on delete cascade,
  at timestamptz not null default now(),
  -- `<module>:<code>`; its words stand in the catalogue of the module.
  kind text not null,
  -- The page of the client it leads to.
  link text,
  details jsonb not null default '{}',
  -- What is told once only, however often it is found: an account hears of one such thing at most.
  once text,
  seen_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, once)
);
create index notification_account on platform.notification (tenant_id, account_id, id);
create index notification_unseen on platform.notification (tenant_id, account_id) where seen_at is null;
create index notification_age on platform.notification (tenant_id, at);
call platform.secure('platform.notification');

-- A question may also be about what is on record of a person: asked by that person, answered by the centre.
alter table indicators.question
  alter column indicator_id drop not null,
  alter column on_date drop not null,
  add column person_id bigint,
  -- The fact as the page showed it.
  add column about text,
  add foreign key (tenant_id, person_id) references registry.person on delete cascade,
  add check ((indicator_id is null) = (on_date is null)),
  add check ((person_id is null) = (about is null)),
  add check ((indicator_id is null) <> (person_id is null));
create index question_person on indicators.question (tenant_id, person_id) where person_id is not null;
