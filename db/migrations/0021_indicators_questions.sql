-- A question about a figure, handed to somebody with a day by which an answer is wanted.
create table indicators.question (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  indicator_id bigint not null,
  -- The cell: the day, and the slice with its key; empty for the total.
  on_date date not null,
  slice text not null default '',
  key text not null default '',
  text text not null,
  due_on date not null,
  asked_by bigint,
  asked_at timestamptz not null default now(),
  addressee bigint not null,
  answer text,
  answered_at timestamptz,
  -- Who asked is content with the answer, or does not need one any more.
  closed_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicators.indicator,
  check ((answer is null) = (answered_at is null))
);
create index question_addressee on indicators.question (tenant_id, addressee, due_on) where closed_at is null;
create index question_asked_by on indicators.question (tenant_id, asked_by, due_on);
call platform.secure('indicators.question');
