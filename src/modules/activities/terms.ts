import { type Declarations, literal, ORGANISATION_TYPE_WORDS } from '../population/index.ts'
import { MODULES } from './programmes/modules.list.ts'

export const LEARNING_KIND_WORDS = {
  upskilling: { ru: 'повышение квалификации', en: 'further training' },
  retraining: { ru: 'профессиональная переподготовка', en: 'professional retraining' },
  internship: { ru: 'стажировка', en: 'internship' },
} as const

export const LEARNING_FORM_WORDS = {
  in_person: { ru: 'очная', en: 'in person' },
  distance: { ru: 'дистанционная', en: 'distance' },
  blended: { ru: 'очно-дистанционная', en: 'blended' },
  self: { ru: 'самостоятельная', en: 'by oneself' },
} as const

export const LEVEL_WORDS = {
  district: { ru: 'район', en: 'district' },
  organisation: { ru: 'организация', en: 'organisation' },
} as const

export const FORMAT_WORDS = {
  in_person: { ru: 'очно', en: 'in person' },
  online: { ru: 'онлайн', en: 'online' },
  hybrid: { ru: 'очно и онлайн', en: 'in person and online' },
} as const

export const MODULE_FORM_WORDS = {
  in_person: { ru: 'очная', en: 'in person' },
  distance: { ru: 'дистанционная', en: 'distance' },
  self: { ru: 'самостоятельная', en: 'by oneself' },
} as const

/** Modules are completed here: no file tells of them. */
const COMPLETED_MODULES = `(select c.tenant_id, c.id, c.person_id, c.value_id, c.completed_on, m.hours, m.form, m.title,
    p.value_id as programme_id, p.topic_id, null::bigint as source_id, null::int as source_row
  from activities.completed_module c
  join activities.programme_module m on m.tenant_id = c.tenant_id and m.id = c.module_id
  join activities.programme p on p.tenant_id = m.tenant_id and p.id = m.programme_id)`

/** What can be said of the event `ae` that somebody was at or spoke at. */
const ofTheEvent = {
  level: { kind: 'code', column: 'ae.level', values: LEVEL_WORDS, words: { ru: 'уровень', en: 'level' } },
  kind: { kind: 'ref', classifier: 'event_kind', column: 'ae.kind_id', words: { ru: 'вид', en: 'kind' } },
  topic: {
    kind: 'ref',
    classifier: 'topic',
    column: 'ae.topic_id',
    nullable: true,
    words: { ru: 'тема', en: 'topic' },
  },
  audience: {
    kind: 'ref',
    classifier: 'audience',
    column: 'ae.audience_id',
    nullable: true,
    words: { ru: 'аудитория', en: 'audience' },
  },
  format: {
    kind: 'code',
    column: 'ae.format',
    nullable: true,
    values: FORMAT_WORDS,
    words: { ru: 'формат', en: 'format' },
  },
  series: {
    kind: 'ref',
    classifier: 'event_series',
    column: 'ae.series_id',
    nullable: true,
    words: { ru: 'серия', en: 'series' },
  },
  interactive: {
    kind: 'flag',
    column: isInteractive('ae'),
    nullable: true,
    words: { ru: 'форма интерактивная', en: 'form is interactive' },
  },
  hours: { kind: 'number', column: 'ae.hours', nullable: true, words: { ru: 'часов', en: 'hours' } },
  onRequest: {
    kind: 'flag',
    column: isOnRequest('ae'),
    nullable: true,
    words: { ru: 'по запросу', en: 'on request' },
  },
  // Of what the district holds there is no such word: neither attested, nor not.
  attested: {
    kind: 'flag',
    column: `case when ae.level = 'organisation' then ${isAttested('ae')} end`,
    words: { ru: 'подтверждено центром', en: 'attested by the centre' },
  },
} as const

/** What the district said of the form of an event; it may not have said anything. */
function isInteractive(event: string): string {
  return `(select f.interactive from activities.form f where f.tenant_id = ${event}.tenant_id and f.value_id = ${event}.kind_id)`
}

/** Whether somebody had asked for it. Files do not tell: of what they brought it is not known. */
function isOnRequest(event: string): string {
  return `case when ${event}.on_request or ${event}.closed_at is not null then ${event}.on_request end`
}

/** Whether the centre said that what an organisation held for its own people counts. */
function isAttested(event: string): string {
  return `exists (select from activities.attesting g where g.tenant_id = ${event}.tenant_id and g.event_id = ${event}.id and g.state = 'attested')`
}

/** Events as subjects, learning and attendance as facts of people. */
export const activitiesTerms: Declarations = {
  subjects: [
    {
      subject: 'event',
      words: { ru: ['мероприятие', 'мероприятия', 'мероприятий'], en: ['event', 'events'] },
      from: (at) =>
        `activities.event s join registry.organisation o on o.tenant_id = ${literal.int(at.tenant)} and o.id = s.organiser_id`,
      // What is only planned, or did not take place, is no fact.
      where: (at) => `s.tenant_id = ${literal.int(at.tenant)} and s.state = 'held'`,
      id: 's.id',
      organisation: 's.organiser_id',
      organisationType: 'o.type',
      slices: {
        organisation: { kind: 'ref', classifier: 'organisation', column: 's.organiser_id', many: false },
        organisation_type: { kind: 'code', column: 'o.type', values: ORGANISATION_TYPE_WORDS },
      },
      sums: {},
      labels: (at) =>
        `select v.id, v.title as label from activities.event v where v.tenant_id = ${literal.int(at.tenant)}`,
      evidence: {
        table: 'activities.event',
        alias: 'ee',
        label: `to_char(ee.held_on, 'DD.MM.YYYY')`,
        from: () => 'activities.event ee',
        where: (at) => `ee.tenant_id = ${literal.int(at.tenant)}`,
        of: 'ee.id',
      },
    },
  ],
  terms: [
    {
      term: 'held',
      subject: 'event',
      kind: 'day',
      column: 's.held_on',
      phrase: { part: 'with', ru: ', проведённые {}', en: 'held {}' },
    },
    {
      term: 'level',
      subject: 'event',
      kind: 'field',
      field: { kind: 'code', column: 's.level', values: LEVEL_WORDS, words: { ru: 'уровень', en: 'level' } },
      phrase: { part: 'with', ru: 'уровня {}', en: 'of the level {}' },
    },
    {
      term: 'organiserType',
      subject: 'event',
      kind: 'field',
      field: {
        kind: 'code',
        column: 'o.type',
        values: ORGANISATION_TYPE_WORDS,
        words: { ru: 'тип организатора', en: 'type of organiser' },
      },
      phrase: { part: 'with', ru: 'организаторов типа {}', en: 'of organisers of the type {}' },
    },
    {
      term: 'topic',
      subject: 'event',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'topic',
        column: 's.topic_id',
        nullable: true,
        words: { ru: 'тема', en: 'topic' },
      },
      phrase: { part: 'with', ru: 'на тему {}', en: 'on the topic {}' },
      unknown: { ru: 'тема не указана', en: 'topic is missing' },
    },
    {
      term: 'audience',
      subject: 'event',
      kind: 'field',
      field: {
        kind: 'ref',
        classifier: 'audience',
        column: 's.audience_id',
        nullable: true,
        words: { ru: 'аудитория', en: 'audience' },
      },
      phrase: { part: 'with', ru: 'для аудитории {}', en: 'for the audience {}' },
      unknown: { ru: 'аудитория не указана', en: 'audience is missing' },
    },
    {
      term: 'kind',
      subject: 'event',
      kind: 'field',
      field: { kind: 'ref', classifier: 'event_kind', column: 's.kind_id', words: { ru: 'вид', en: 'kind' } },
      phrase: { part: 'with', ru: 'вида {}', en: 'of the kind {}' },
    },
    {
      term: 'series',
      subject: 'event',
      kind: 'field',
      field: { ...ofTheEvent.series, column: 's.series_id' },
      phrase: { part: 'with', ru: 'серии {}', en: 'of the series {}' },
      unknown: { ru: 'серия не указана', en: 'series is missing' },
    },
    {
      term: 'interactive',
      subject: 'event',
      kind: 'field',
      field: { ...ofTheEvent.interactive, column: isInteractive('s') },
      phrase: { part: 'with', ru: 'в интерактивной форме', en: 'in an interactive form' },
      unknown: { ru: 'не сказано, интерактивна ли форма', en: 'whether the form is interactive was not said' },
    },
    {
      term: 'onRequest',
      subject: 'event',
      kind: 'field',
      field: { ...ofTheEvent.onRequest, column: isOnRequest('s') },
      phrase: { part: 'with', ru: 'по запросу', en: 'on request' },
      unknown: { ru: 'не сказано, по запросу ли', en: 'whether it was on request was not said' },
    },
    {
      term: 'attested',
      subject: 'event',
      kind: 'field',
      field: { ...ofTheEvent.attested, column: isAttested('s') },
      phrase: { part: 'with', ru: 'с подтверждением центра', en: 'attested by the centre' },
    },
    {
      term: 'trained',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'завершили обучение {}', en: 'completed learning {}' },
      caption: { ru: 'обучение', en: 'learning', own: 'learning' },
      from: () => 'activities.learning l',
      where: (at) => `l.tenant_id = ${literal.int(at.tenant)}`,
      of: 'l.person_id',
      time: { on: 'l.ends_on' },
      fields: {
        kind: { kind: 'code', column: 'l.kind', values: LEARNING_KIND_WORDS, words: { ru: 'вид', en: 'kind' } },
        form: { kind: 'code', column: 'l.form', values: LEARNING_FORM_WORDS, words: { ru: 'форма', en: 'form' } },
        provider: {
          kind: 'ref',
          classifier: 'provider',
          column: 'l.provider_id',
          words: { ru: 'провайдер', en: 'provider' },
        },
        topic: {
          kind: 'ref',
          classifier: 'topic',
          column: 'l.topic_id',
          nullable: true,
          words: { ru: 'тема', en: 'topic' },
        },
        programme: {
          kind: 'ref',
          classifier: 'programme',
          column: 'l.programme_id',
          words: { ru: 'программа', en: 'programme' },
        },
        hours: { kind: 'number', column: 'l.hours', words: { ru: 'часов', en: 'hours' } },
      },
      evidence: {
        table: 'activities.learning',
        alias: 'l',
        label: 'lp.label',
        join: (at) =>
          `join registry.classifier_value lp on lp.tenant_id = ${literal.int(at.tenant)} and lp.id = l.programme_id`,
      },
    },
    {
      term: 'completedModule',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'прошли модуль {}', en: 'completed a module {}' },
      caption: { ru: 'модуль программы', en: 'module of a programme' },
      from: () => `${COMPLETED_MODULES} as cm`,
      where: (at) => `cm.tenant_id = ${literal.int(at.tenant)}`,
      of: 'cm.person_id',
      time: { on: 'cm.completed_on' },
      fields: {
        module: {
          kind: 'ref',
          classifier: MODULES,
          column: 'cm.value_id',
          words: { ru: 'модуль', en: 'module' },
        },
        programme: {
          kind: 'ref',
          classifier: 'programme',
          column: 'cm.programme_id',
          words: { ru: 'программа', en: 'programme' },
        },
        topic: {
          kind: 'ref',
          classifier: 'topic',
          column: 'cm.topic_id',
          nullable: true,
          words: { ru: 'тема', en: 'topic' },
        },
        form: { kind: 'code', column: 'cm.form', values: MODULE_FORM_WORDS, words: { ru: 'форма', en: 'form' } },
        hours: { kind: 'number', column: 'cm.hours', words: { ru: 'часов', en: 'hours' } },
      },
      evidence: { table: 'activities.completed_module', alias: 'cm', label: 'cm.title' },
    },
    {
      term: 'attended',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'участвовали в мероприятии {}', en: 'took part in an event {}' },
      caption: { ru: 'мероприятие', en: 'event', own: 'event' },
      from: (at) =>
        `activities.attendance a join activities.event ae on ae.tenant_id = ${literal.int(at.tenant)} and ae.id = a.event_id`,
      where: (at) => `a.tenant_id = ${literal.int(at.tenant)}`,
      of: 'a.person_id',
      time: { on: 'ae.held_on' },
      fields: ofTheEvent,
      evidence: { table: 'activities.attendance', alias: 'a', label: 'ae.title' },
    },
    {
      term: 'spoke',
      subject: 'person',
      kind: 'fact',
      phrase: { part: 'who', ru: 'выступили на мероприятии {}', en: 'spoke at an event {}' },
      caption: { ru: 'выступление', en: 'talk' },
      from: (at) =>
        `activities.speaker k join activities.event ae on ae.tenant_id = ${literal.int(at.tenant)} and ae.id = k.event_id`,
      where: (at) => `k.tenant_id = ${literal.int(at.tenant)} and k.person_id is not null and ae.state = 'held'`,
      of: 'k.person_id',
      time: { on: 'ae.held_on' },
      fields: ofTheEvent,
      evidence: { table: 'activities.speaker', alias: 'k', label: `concat_ws(': ', ae.title, nullif(k.topic, ''))` },
    },
  ],
}
