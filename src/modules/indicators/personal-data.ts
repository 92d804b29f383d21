import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

export const indicatorsPersonalData: PersonalData = {
  module: 'indicators',
  tables: {
    'indicators.snapshot_member': {
      about: ['Кто стоит за зафиксированными значениями', 'Who is behind frozen figures'],
      of: {
        people: ['subject_id'],
        only: `exists (select from indicators.definition d where d.tenant_id = r.tenant_id and d.id = r.definition_id and
          coalesce(d.body ->> 'subject', d.body -> case r.role when 'of' then 'denominator' else 'numerator' end ->> 'subject')
            = 'person')`,
      },
      purpose: 'figures',
      ground: 'education',
      term: 'figures',
      seen: ['indicator.people'],
      erasing: { does: 'keep', why: 'figures' },
      columns: {
        counted: ['учтён ли', 'whether counted'],
        organisation_id: named(['организация', 'organisation'], 'registry.organisation', 'name'),
        on_date: ['на какой день', 'as of'],
        evidence: ['по каким записям', 'by which records'],
      },
      // Tables and numbers of rows.
      copying: { kept: ['evidence'] },
      plain: ['snapshot_id', 'definition_id', 'role', 'slice_ids'],
    },
    'indicators.question': {
      about: ['Вопросы и ответы', 'Questions and answers'],
      of: { people: ['person_id'] },
      purpose: 'development',
      ground: 'labour',
      term: 'staff',
      seen: ['question.ask'],
      erasing: REMOVED,
      mentions: ['text', 'about', 'answer'],
      columns: {
        text: ['вопрос', 'question'],
        about: ['о чём в своей карточке', 'what of the own record'],
        answer: ['ответ', 'answer'],
        asked_by: ['кто спросил', 'who asked'],
        asked_at: ['когда', 'when'],
        addressee: ['кого', 'whom'],
      },
      plain: ['indicator_id', 'on_date', 'slice', 'key', 'due_on', 'answered_at', 'closed_at'],
    },
    'indicators.passport': {
      about: ['Паспорта показателей: ответственный', 'Passports of indicators: who is responsible'],
      of: 'sealed',
      purpose: 'figures',
      ground: 'labour',
      term: 'figures',
      seen: ['indicator.read'],
      erasing: { does: 'keep', why: 'officials' },
      mentions: ['responsible', 'contact'],
      columns: {
        responsible: ['ответственный', 'who is responsible'],
        contact: ['как с ним связаться', 'how to reach them'],
      },
      copying: { set: { responsible: 'null', contact: 'null' } },
      plain: ['indicator_id', 'number', 'unit', 'purpose', 'period', 'source', 'monitoring'],
    },
    'indicators.snapshot': {
      about: ['Зафиксированные значения: кто подписал', 'Frozen figures: who signed'],
      of: { accounts: ['taken_by', 'approved_by', 'published_by'] },
      purpose: 'figures',
      ground: 'labour',
      term: 'figures',
      seen: ['indicator.read'],
      erasing: { does: 'keep', why: 'officials' },
      columns: { signatory: ['кто подписал', 'who signed'] },
      copying: { set: { signatory: "case when r.signatory is not null then '—' end" }, unnamed: ['title'] },
      plain: ['on_date', 'title', 'taken_at', 'state', 'document_number', 'document_on', 'approved_at', 'published_at'],
    },
  },
  others: {
    'indicators.band': 'bounds of indicators',
    'indicators.definition': 'definitions; who wrote them by account id',
    'indicators.indicator': 'indicators',
    'indicators.snapshot_value': 'sums of figures',
  },
  othersInCopy: {
    'indicators.definition': { unnamed: ['title_ru', 'title_en', 'short_ru', 'short_en', 'order_reference'] },
    'indicators.snapshot_value': { unnamed: ['label'] },
  },
}
