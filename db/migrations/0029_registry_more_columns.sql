-- What version 2 of the exchange adds (docs/exchange.md): optional columns of staff and organisations, empty unless a file
-- or a hand fills them.
alter table registry.employment
  -- Beside `main`, by which the main employment is chosen: of what sort this one is.
  add kind text check (kind in ('main', 'inner', 'outer')),
  add category_on date,
  add category_until date check (category_until >= category_on),
  add category_order text,
  add leave_kind_id bigint,
  add leave_on date,
  add leave_until date check (leave_until >= leave_on),
  add deputy_function_id bigint,
  -- The class as the file names it, or «да».
  add class_led text,
  add email text;
-- Nobody is looked for by these.
alter table registry.employment alter category_order set statistics 0, alter class_led set statistics 0,
  alter email set statistics 0;

alter table registry.organisation
  -- лицей, гимназия … : an open list beside the closed one of types
  add kind_id bigint,
  add shifts int check (shifts > 0);

-- The last day of a category, null while it has none. What is written counts. Else a category granted before September 2023
-- lasted five years, later ones have no end (order № 196 of 24.03.2023); that somebody fits the position is attested for
-- five years, then as now.
create function registry.category_end(key text, granted date, until date) returns date
  language sql immutable parallel safe
  return coalesce(until, case
    when granted < date '2023-09-01' or key in ('сзд', 'соответствие', 'соответствие занимаемой должности')
    then (granted + interval '5 years')::date - 1
  end);
grant execute on function registry.category_end to rost_app, rost_region;
