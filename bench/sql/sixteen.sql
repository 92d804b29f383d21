-- The sixteen indicators of one district with all slices, by hand: one UNION ALL of fact bits over person_span.
-- :tenant, :day, :year (its first day), :day1, :day2 (one and two years before) and the :names are put in as literals.
with fact as (
  select person_id, bit_or(bits) as bits from (
    select person_id, case when kind = 'retraining' then 1 else 0 end
      | case when ends_on >= :year then case when form = 'distance' then 2 else 0 end
        | case when provider_id = any (:centre) then 4 else 0 end
        | case when topic_id = any (:final_exam) then 8 else 0 end
        | case when topic_id = any (:attestation) then 16 else 0 end else 0 end as bits
    from activities.learning
    where tenant_id = :tenant and ends_on <= :day and (kind = 'retraining'
      or ends_on >= :year and (form = 'distance' or provider_id = any (:centre) or topic_id = any (:final_exam) or topic_id = any (:attestation)))
    union all
    select person_id, 32 | case area
      when 'subject' then case when passed then 64 | 256 else 64 end
      when 'methodical' then case when passed then 128 | 512 else 128 end else 0 end
    from competence.diagnostic_result
    where tenant_id = :tenant and taken_on between :year and :day
    union all
    select person_id, 1024 from talent.pool_membership
    where tenant_id = :tenant and from_on <= :day and (to_on is null or to_on >= :day) and kind_id = any (:pool)
    union all
    select mentee_id, 2048 from mentoring.pair
    where tenant_id = :tenant and from_on <= :day and (to_on is null or to_on >= :year)
    union all
    select m.person_id, case when c.kind_id = any (:young_council) then 2048 else 0 end
      | case when m.to_on is null or m.to_on >= :day then case when c.kind_id = any (:mentors) then 4096 else 0 end
        | case when c.level = 'district' and c.kind_id = any (:unions) then 8192 else 0 end else 0 end
    from communities.membership m
    join communities.community c on c.tenant_id = :tenant and c.id = m.community_id
    where m.tenant_id = :tenant and m.from_on <= :day and (m.to_on is null or m.to_on >= :year)
    union all
    select a.person_id, 2048
    from activities.event e join activities.attendance a on a.tenant_id = :tenant and a.event_id = e.id
    where e.tenant_id = :tenant and e.held_on between :year and :day and e.audience_id = any (:young_people)
  ) as g group by person_id
), b as (
  select s.organisation_id as o, s.organisation_type as t, s.subject_ids as k, s.pedagogue as p,
    s.pedagogue and s.organisation_type = 'kindergarten' as p01,
    s.position_id = any (:educator) as educator,
    s.position_ids && :teacher as teacher,
    s.pedagogue and s.birth_on > :day::date - interval '35 years' as young,
    s.experience_since > :day::date - interval '3 years' as novice,
    s.experience_since > :day::date - interval '1 year' as fresh,
    s.pedagogical_education as taught, f.bits as f
  from registry.person_span s left join fact f on f.person_id = s.person_id
  where s.tenant_id = :tenant and s.from_on <= :day and s.to_on >= :day and (s.pedagogue or s.position_ids && :teacher)
), b1 as (
  select organisation_id as o, organisation_type as t, subject_ids as k, experience_since > :day1::date - interval '1 year' as fresh
  from registry.person_span
  where tenant_id = :tenant and from_on <= :day1 and to_on >= :day1 and pedagogue and birth_on > :day1::date - interval '35 years'
), b2 as (
  select organisation_id as o, organisation_type as t, subject_ids as k
  from registry.person_span
  where tenant_id = :tenant and from_on <= :day2 and to_on >= :day2 and pedagogue and birth_on > :day2::date - interval '35 years'
    and experience_since > :day2::date - interval '1 year'
)
select 'people' as block, o as organisation, t as type, null::bigint as subject, concat_ws(',',
  count(*) filter (where p),
  count(*) filter (where p01), count(*) filter (where p01 and educator and f & 32 <> 0),
  count(*) filter (where teacher), count(*) filter (where teacher and f & 32 <> 0),
  count(*) filter (where p and not taught and f & 1 <> 0), count(*) filter (where p and f & 2 <> 0),
  count(*) filter (where p and f & 4 <> 0), count(*) filter (where p and f & 8 <> 0), count(*) filter (where p and f & 16 <> 0),
  count(*) filter (where p and f & 192 = 192), count(*) filter (where p and f & 1984 = 1984),
  count(*) filter (where young and novice), count(*) filter (where young and novice and f & 2048 <> 0),
  count(*) filter (where p and f & 4096 <> 0), count(*) filter (where p and f & 8192 <> 0),
  count(*) filter (where young and fresh), count(*) filter (where young)) as counts
from b group by o, t
union all
select 'people', null, null, u.id, concat_ws(',',
  count(*) filter (where p),
  count(*) filter (where p01), count(*) filter (where p01 and educator and f & 32 <> 0),
  count(*) filter (where teacher), count(*) filter (where teacher and f & 32 <> 0),
  count(*) filter (where p and not taught and f & 1 <> 0), count(*) filter (where p and f & 2 <> 0),
  count(*) filter (where p and f & 4 <> 0), count(*) filter (where p and f & 8 <> 0), count(*) filter (where p and f & 16 <> 0),
  count(*) filter (where p and f & 192 = 192), count(*) filter (where p and f & 1984 = 1984),
  count(*) filter (where young and novice), count(*) filter (where young and novice and f & 2048 <> 0),
  count(*) filter (where p and f & 4096 <> 0), count(*) filter (where p and f & 8192 <> 0),
  count(*) filter (where young and fresh), count(*) filter (where young))
from (select *, unnest(k) as id from b where array_length(k, 1) > 0) as u group by u.id
union all
select 'people1', o, t, null, concat_ws(',', count(*) filter (where fresh), count(*)) from b1 group by o, t
union all
select 'people1', null, null, u.id, concat_ws(',', count(*) filter (where fresh), count(*))
from (select *, unnest(k) as id from b1 where array_length(k, 1) > 0) as u group by u.id
union all
select 'people2', o, t, null, count(*)::text from b2 group by o, t
union all
select 'people2', null, null, u.id, count(*)::text from (select *, unnest(k) as id from b2 where array_length(k, 1) > 0) as u group by u.id
union all
select 'events', e.organiser_id, o.type, null, concat_ws(',', count(*), count(*) filter (where e.topic_id = any (:burnout)))
from activities.event e join registry.organisation o on o.tenant_id = :tenant and o.id = e.organiser_id and o.type = 'psychological_centre'
where e.tenant_id = :tenant and e.held_on between :year and :day and e.level = 'district' group by e.organiser_id, o.type
union all
select 'organisations', id, type, null, concat_ws(',', 1, (coalesce(mentoring_model_on <= :day, false))::int)
from registry.organisation
where tenant_id = :tenant and type = 'school' and (active_until is null or active_until >= :day)
union all
select 'posts', p.organisation_id, o.type, null, concat_ws(',', sum(p.filled), sum(p.planned))
from (select distinct on (organisation_id, position_id) organisation_id, filled, planned from staffing.post
  where tenant_id = :tenant and on_day > :day1 and on_day <= :day order by organisation_id, position_id, on_day desc) p
join registry.organisation o on o.tenant_id = :tenant and o.id = p.organisation_id group by p.organisation_id, o.type
union all
select 'posts1', p.organisation_id, o.type, null, concat_ws(',', sum(p.filled), sum(p.planned))
from (select distinct on (organisation_id, position_id) organisation_id, filled, planned from staffing.post
  where tenant_id = :tenant and on_day > :day2 and on_day <= :day1 order by organisation_id, position_id, on_day desc) p
join registry.organisation o on o.tenant_id = :tenant and o.id = p.organisation_id group by p.organisation_id, o.type
union all
select 'posts2', p.organisation_id, o.type, null, concat_ws(',', sum(p.filled), sum(p.planned))
from (select distinct on (organisation_id, position_id) organisation_id, filled, planned from staffing.post
  where tenant_id = :tenant and on_day > :day3 and on_day <= :day2 order by organisation_id, position_id, on_day desc) p
join registry.organisation o on o.tenant_id = :tenant and o.id = p.organisation_id group by p.organisation_id, o.type
