-- Whoever refers to people does it by registry.refer. A foreign key is asked once for each person removed: with
-- twenty-three of them, 95,000 people of a load that was taken back took thirty-five seconds of thirty-eight.
-- And a reference is looked up when it changes, not at each update of the row that has it.

-- Arguments: the column, the table referred to.
create function registry.check_moved() returns trigger
  language plpgsql as $$
declare
  found_of_them bigint;
begin
  if current_setting('rost.loading', true) = 'on' then
    return null;
  end if;
  execute format('select from %2$s where tenant_id = ($1).tenant_id and id = ($1).%1$I for key share',
    tg_argv[0], tg_argv[1]) using new;
  get diagnostics found_of_them = row_count;
  if found_of_them = 0 then
    raise exception '% of %.% refers to nothing', tg_argv[0], tg_table_schema, tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create or replace procedure registry.refer(
  source regclass, referring name, target regclass, on_delete text default 'restrict')
  language plpgsql as $$
begin
  execute format('create trigger %I after insert on %s referencing new table as new_rows for each statement
    execute function registry.check_referred(%L, %L)', referring || '_inserted', source, referring, target);
  execute format('create trigger %I after update of %I on %s for each row
    when (new.%2$I is not null and new.%2$I is distinct from old.%2$I) execute function registry.check_moved(%4$L, %5$L)',
    referring || '_updated', referring, source, referring, target);
  execute format('create trigger %I after delete on %s referencing old table as old_rows for each statement
    execute function registry.check_referring(%L, %L, %L)',
    'referred_by_' || translate(source::text, '."', '_') || '_' || referring, target, referring, source, on_delete);
end $$;

-- Those that were there, as the procedure makes them now.
do $$
declare
  held record;
begin
  for held in
    select t.tgrelid::regclass as source, t.tgname as name, parts[1] as referring, parts[2]::regclass as target
    from pg_trigger t cross join string_to_array(encode(t.tgargs, 'escape'), '\000') as parts
    where t.tgfoid = 'registry.check_referred'::regproc and t.tgname like '%\_updated'
  loop
    execute format('drop trigger %I on %s', held.name, held.source);
    execute format('create trigger %I after update of %I on %s for each row
      when (new.%2$I is not null and new.%2$I is distinct from old.%2$I) execute function registry.check_moved(%4$L, %5$L)',
      held.name, held.referring, held.source, held.referring, held.target);
  end loop;
  for held in
    select c.conrelid::regclass as source, c.conname as name, a.attname as referring, c.confrelid::regclass as target
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id'
    where c.contype = 'f' and c.confrelid = 'registry.person'::regclass
  loop
    execute format('alter table %s drop constraint %I', held.source, held.name);
    call registry.refer(held.source, held.referring, held.target);
  end loop;
end $$;
