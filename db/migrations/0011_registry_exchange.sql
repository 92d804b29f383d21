-- What a load reads at its beginning to tell whom and what its rows mean: people, organisations, positions, lists. Any
-- change of it raises the revision, so that a load that would take effect on what is no longer true begins anew. The load
-- itself (rost.loading) raises it once, at its end: whoever works by hand need not wait for it to read its files.
create table registry.matching_revision (
  tenant_id int primary key references registry.district,
  revision bigint not null default 1
);
call platform.secure('registry.matching_revision');

create function registry.raise_matching_revision() returns trigger
  language plpgsql as $$
begin
  if platform.tenant() is not null and coalesce(current_setting('rost.loading', true), '') <> 'on' then
    insert into registry.matching_revision as m (tenant_id) values (platform.tenant())
    on conflict (tenant_id) do update set revision = m.revision + 1;
  end if;
  return null;
end $$;

-- For a table of records that rows of files name by a code, or match in another way.
create procedure registry.watch_matching(target regclass, columns text)
  language plpgsql as $$
begin
  execute format(
    'create trigger matching_came_or_went after insert or delete on %s for each statement
      execute function registry.raise_matching_revision()', target);
  execute format(
    'create trigger matching_changed after update of %s on %s for each statement
      execute function registry.raise_matching_revision()', columns, target);
end $$;

call registry.watch_matching('registry.person', 'surname, given_key, patronymic_key, birth_on, snils_hash');
call registry.watch_matching('registry.person_surname', 'key');
call registry.watch_matching('registry.organisation', 'code_key');
call registry.watch_matching('registry.position', 'key, pedagogical');
call registry.watch_matching('registry.position_alias', 'key, position_id');
call registry.watch_matching('registry.classifier_value', 'kind, key');
call registry.watch_matching('activities.event', 'code_key');
call registry.watch_matching('communities.community', 'code_key');

-- A load draws ids ahead of its rows.
grant usage on sequence registry.person_id_seq, registry.classifier_value_id_seq, registry.position_id_seq,
  registry.source_id_seq, registry.organisation_id_seq, registry.employment_id_seq, activities.event_id_seq, communities.community_id_seq
  to rost_app;
