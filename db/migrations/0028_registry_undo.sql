-- A load can be compared with what is there before it takes effect, and taken back afterwards.

-- The load that this one takes back. One at a time; a try that failed counts for nothing.
alter table registry.load add column undoes bigint;
alter table registry.load add foreign key (tenant_id, undoes) references registry.load;
create unique index load_undone on registry.load (tenant_id, undoes) where state <> 'failed';

-- What a comparison came to: when, at which matching revision, its answer and its sheets. Null where there was none.
alter table registry.load add column compares boolean not null default false;
alter table registry.load add column comparison jsonb;
alter table registry.load drop constraint load_state_check;
alter table registry.load add check (state in ('waiting', 'reading', 'taking', 'compared', 'dropped', 'done', 'failed'));

-- What a load brought beside records, which say themselves where they come from.
alter table registry.taken_batch add column load_id bigint;
alter table registry.person_surname add column load_id bigint;
alter table registry.position add column load_id bigint;
alter table registry.classifier_value add column load_id bigint;
-- The load that took a row which an earlier one refused.
alter table registry.faulty_row add column mended_by bigint;
-- The load whose taking back made this change.
alter table registry.revision add column load_id bigint;

-- Records that were there before a load changed them: what they were like. Kept as long as the load can be taken back.
create table registry.load_image (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  load_id bigint not null,
  -- Schema and name.
  target text not null,
  object_id bigint not null,
  -- The fields the load changed, as `origins` names them.
  fields text[] not null,
  -- The whole row as jsonb.
  image jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load
);
create index load_image_load on registry.load_image (tenant_id, load_id, target, object_id);
call platform.secure('registry.load_image');

-- What would change if a load that was compared were taken; and who is no longer in its files.
create table registry.load_difference (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  load_id bigint not null,
  kind text not null check (kind in ('new', 'changed', 'faulty', 'gone')),
  -- Which of the sheets of the comparison, from 0.
  sheet int not null,
  row_no int,
  -- Whom or what the record is of, in words, and the record that is there.
  label text,
  object_id bigint,
  person_id bigint,
  -- By header: [before, after], as a file would say it.
  fields jsonb,
  -- Of a new record: its values, under the headers the comparison names.
  cells text[],
  column_name text,
  code text,
  sealed_cells bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load
);
create index load_difference_load on registry.load_difference (tenant_id, load_id, kind, sheet, row_no, id);
call platform.secure('registry.load_difference');

-- Facts about people are looked up by statements and not row by row, as employments are: 100,000 people of a load that is
-- taken back would otherwise be asked for one by one in each of these tables.
alter table activities.attendance drop constraint attendance_tenant_id_person_id_fkey;
alter table activities.learning drop constraint learning_tenant_id_person_id_fkey;
alter table competence.diagnostic_result drop constraint diagnostic_result_tenant_id_person_id_fkey;
alter table communities.membership drop constraint membership_tenant_id_person_id_fkey;
alter table mentoring.pair drop constraint pair_tenant_id_mentor_id_fkey;
alter table mentoring.pair drop constraint pair_tenant_id_mentee_id_fkey;
alter table talent.pool_membership drop constraint pool_membership_tenant_id_person_id_fkey;
alter table indicators.question drop constraint question_tenant_id_person_id_fkey;
call registry.refer('activities.attendance', 'person_id', 'registry.person');
call registry.refer('activities.learning', 'person_id', 'registry.person');
call registry.refer('competence.diagnostic_result', 'person_id', 'registry.person');
call registry.refer('communities.membership', 'person_id', 'registry.person');
call registry.refer('mentoring.pair', 'mentor_id', 'registry.person');
call registry.refer('mentoring.pair', 'mentee_id', 'registry.person');
call registry.refer('talent.pool_membership', 'person_id', 'registry.person');
call registry.refer('indicators.question', 'person_id', 'registry.person', 'cascade');
