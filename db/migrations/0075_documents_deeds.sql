-- What people did elsewhere beside learning with a document: outside events, publications, awards, non-formal and informal
-- learning. One table, one way to confirm: a deed is told of by the person, or recorded for them by who would confirm it.
alter table documents.elsewhere rename column programme to title;
alter table documents.elsewhere rename column provider to place;
alter table documents.elsewhere
  alter column place drop not null,
  alter column form drop not null,
  alter column hours drop not null,
  alter column number drop not null,
  -- Values of lists of the district: the kind within the kind, the level, what the person did there.
  add column type_id bigint,
  add column level_id bigint,
  add column role_id bigint,
  add column link text,
  -- Who else wrote it, as it stands in the publication.
  add column partners text,
  -- What came of learning by oneself.
  add column result text,
  -- Null: the person told of it.
  add column recorded_by bigint,
  add column returned_at timestamptz[] not null default '{}',
  drop constraint elsewhere_kind_check,
  drop constraint elsewhere_check2,
  add constraint elsewhere_kind check (kind in
    ('upskilling', 'retraining', 'event', 'publication', 'award', 'nonformal', 'informal')) not valid,
  -- Learning is confirmed by its document; of the rest a document is shown by who has one.
  add constraint elsewhere_scan check (kind not in ('upskilling', 'retraining') or state = 'draft' or file is not null)
    not valid,
  add constraint elsewhere_learning check (kind not in ('upskilling', 'retraining')
    or (place is not null and form is not null and hours is not null and number is not null)) not valid,
  add constraint elsewhere_texts check (length(link) <= 1000 and length(partners) <= 500 and length(result) <= 1000)
    not valid,
  add constraint elsewhere_recorded check (recorded_by is null or state = 'confirmed') not valid,
  add constraint elsewhere_type foreign key (tenant_id, type_id) references registry.classifier_value not valid,
  add constraint elsewhere_level foreign key (tenant_id, level_id) references registry.classifier_value not valid,
  add constraint elsewhere_role foreign key (tenant_id, role_id) references registry.classifier_value not valid;

-- Each time something is sent back, its author is asked once more.
alter table documents.claim add column returned_at timestamptz[] not null default '{}';
update documents.claim set returned_at = array[made_at] where state = 'returned';
update documents.elsewhere set returned_at = array[made_at] where state = 'returned';

update platform.notification set link = '/my/deeds' where link = '/my/learning';
update platform.notification set kind = 'documents:deed_confirmed' where kind = 'documents:learning_confirmed';
update platform.notification set kind = 'documents:deed_returned' where kind = 'documents:learning_returned';

-- Districts there are get the lists new ones begin with.
insert into registry.classifier_value (tenant_id, kind, key, label)
select d.id, v.kind, replace(lower(v.label), 'ё', 'е'), v.label
from registry.district d, (
  select 'deed_event' as kind, unnest(array['форум', 'конференция', 'семинар', 'конкурс', 'выставка', 'фестиваль']) as label
  union all
  select 'deed_publication', unnest(array['статья', 'тезисы', 'методическая разработка', 'пособие', 'глава в сборнике',
    'публикация в сети'])
  union all
  select 'deed_award', unnest(array['государственная награда', 'ведомственная награда', 'региональная награда',
    'муниципальная награда', 'почётная грамота', 'благодарность', 'диплом победителя или лауреата'])
  union all
  select 'deed_nonformal', unnest(array['вебинар', 'интенсив', 'обмен опытом', 'профессиональная ассоциация',
    'онлайн-курс без документа', 'тренинг'])
  union all
  select 'deed_level', unnest(array['школьный', 'районный', 'региональный', 'всероссийский', 'международный'])
  union all
  select 'deed_role', unnest(array['участник', 'докладчик', 'организатор или ведущий', 'лауреат или победитель'])) v
on conflict (tenant_id, kind, key) do nothing;
