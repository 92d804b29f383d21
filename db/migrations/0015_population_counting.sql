-- Runs a compiled batch of counts. Its joins are of whole sources: a nested loop is never right there, but is what the
-- planner takes when the statistics are older than the data, and then a second becomes a minute.
create schema population;
grant usage on schema population to rost_app;

create function population.count(statement text) returns table (block int, slice int, key text, counts text)
  language plpgsql stable
  set enable_nestloop = off
  set jit = off
as $$
begin
  return query execute statement;
end $$;
revoke execute on function population.count from public;
grant execute on function population.count to rost_app;
