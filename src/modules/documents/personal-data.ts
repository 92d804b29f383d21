import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

/** Of whoever was erased papers of a qualification stay: whoever gives them answers for the register of them. */
const isKept = "r.kind = 'upskilling'"

export const documentsPersonalData: PersonalData = {
  module: 'documents',
  tables: {
    'documents.document': {
      about: ['Выданные документы', 'Documents given'],
      of: { people: ['person_id'] },
      purpose: 'papers',
      ground: 'education',
      term: 'papers',
      seen: ['document.read'],
      erasing: {
        does: 'blank',
        set: {
          person_id: 'null',
          holder: `case when ${isKept} then r.holder else '—' end`,
          about: `case when ${isKept} then r.about else (r.about - 'place') || '{"title": "—"}' end`,
          body: `case when ${isKept} then r.body end`,
          hash: `case when ${isKept} then r.hash end`,
          sheet: 'null',
        },
        why: 'papers',
      },
      copying: {
        set: {
          ...{
            holder: "'—'",
            about: `(r.about - 'place') || '{"title": "—"}'`,
            body: 'null',
            hash: 'null',
            sheet: 'null',
          },
          ended_for: "case when r.ended_for is not null then '—' end",
        },
        kept: ['kind', 'number', 'code', 'state', 'source_kind'],
      },
      columns: {
        kind: ['вид документа', 'kind of document'],
        number: ['номер', 'number'],
        issued_on: ['дата выдачи', 'day of issue'],
        holder: ['кому выдан', 'who it was given to'],
        about: ['за что', 'what for'],
        sheet: ['что печатается', 'what is printed'],
        body: ['сам документ', 'the paper itself'],
        ended_for: ['почему отозван или заменён', 'why it was revoked or replaced'],
      },
      plain: [
        ...['batch_id', 'series_id', 'year', 'count', 'edition', 'code', 'state', 'hash'],
        ...['ended_at', 'ended_by', 'source_kind', 'source_id'],
      ],
    },
    'documents.claim': {
      about: ['Заявки о методической работе', 'Claims of methodical work'],
      of: { people: ['person_id'] },
      purpose: 'papers',
      ground: 'education',
      term: 'papers',
      seen: ['claim.own', 'claim.confirm'],
      erasing: REMOVED,
      copying: { unnamed: ['title', 'place', 'word'], kept: ['state', 'source_kind'] },
      mentions: ['title', 'place', 'word'],
      columns: {
        organisation_id: named(['кто подтверждает', 'who confirms it'], 'registry.organisation', 'name'),
        title: ['что сделано', 'what was done'],
        done_on: ['когда', 'when'],
        place: ['где', 'where'],
        state: ['состояние', 'state'],
        word: ['почему возвращена', 'why it was sent back'],
        made_at: ['когда заявлено', 'when it was claimed'],
      },
      plain: ['source_kind', 'confirmed_by'],
    },
    'documents.signatory': {
      about: ['Кто подписывает документы', 'Who signs documents'],
      of: 'sealed',
      purpose: 'papers',
      ground: 'labour',
      term: 'papers',
      seen: ['document.manage'],
      erasing: { does: 'keep', why: 'officials' },
      copying: { set: { name: "'—'", post: "'—'" } },
      columns: {
        name: ['имя', 'name'],
        post: ['должность', 'post'],
        from_on: ['с какого дня', 'from'],
        to_on: ['по какой день', 'until'],
      },
    },
    'documents.batch': {
      about: ['Выдачи документов: кто подписал', 'Documents given at one time: who signed'],
      of: { accounts: ['created_by'] },
      purpose: 'papers',
      ground: 'labour',
      term: 'papers',
      seen: ['document.manage'],
      erasing: { does: 'keep', why: 'officials' },
      copying: {
        set: { signatory_name: "'—'", signatory_post: "'—'", issuer: "'—'", emblem: 'null', emblem_type: 'null' },
        kept: ['fault'],
      },
      columns: {
        signatory_name: ['кто подписал', 'who signed'],
        signatory_post: ['должность', 'post'],
      },
      plain: ['issuer', 'emblem', 'emblem_type', 'created_at', 'fault'],
    },
  },
  others: {
    'documents.letterhead': 'name and address of who gives documents',
    'documents.series': 'series of numbers',
    'documents.counter': 'the last numbers given',
  },
  othersInCopy: {
    'documents.letterhead': {
      set: { name: "'—'", place: "''", postal: "''", requisites: "''", emblem: 'null', emblem_type: 'null' },
    },
    'documents.series': { unnamed: ['title'], kept: ['kind', 'prefix', 'suffix'] },
  },
}
