import { named, type PersonalData, REMOVED } from '../../platform/personal-data.ts'

const development = {
  purpose: 'development',
  ground: 'education',
  term: 'staff',
  seen: ['person.read'],
  erasing: REMOVED,
} as const

export const activitiesPersonalData: PersonalData = {
  module: 'activities',
  tables: {
    'activities.learning': {
      ...development,
      about: ['Обучение', 'Learning'],
      of: { people: ['person_id'] },
      columns: {
        programme_id: named(['программа', 'programme'], 'registry.classifier_value', 'label'),
        kind: ['вид', 'kind'],
        form: ['форма', 'form'],
        provider_id: named(['где', 'provider'], 'registry.classifier_value', 'label'),
        hours: ['часов', 'hours'],
        topic_id: named(['тема', 'topic'], 'registry.classifier_value', 'label'),
        starts_on: ['с', 'from'],
        ends_on: ['по', 'to'],
        document_number: ['номер документа', 'number of the document'],
      },
      copying: { set: { document_number: 'null' }, kept: ['kind', 'form'] },
    },
    'activities.attendance': {
      ...development,
      about: ['Участие в мероприятиях', 'Attendance of events'],
      of: { people: ['person_id'] },
      columns: { event_id: named(['мероприятие', 'event'], 'activities.event', 'title') },
      copying: 'as it is',
    },
    'activities.enrolment': {
      ...development,
      about: ['Запись на мероприятия', 'Enrolment for events'],
      of: { people: ['person_id'] },
      seen: ['enrolment.read'],
      columns: {
        event_id: named(['мероприятие', 'event'], 'activities.event', 'title'),
        organisation_id: named(['от какой организации', 'from which organisation'], 'registry.organisation', 'name'),
        state: ['состояние', 'state'],
        place: ['номер в очереди', 'number in the order'],
        asked_at: ['когда записан', 'when enrolled'],
        reason: ['почему направлен', 'why they were sent'],
        offered_until: ['до какого времени оставлено место', 'until when a seat is kept'],
        ended_by: ['кем прекращено', 'by whom it ended'],
        ended_for: ['почему прекращено', 'why it ended'],
      },
      plain: ['nominated_by', 'approved_by', 'changed_at'],
      copying: { unnamed: ['reason', 'ended_for'], kept: ['state', 'ended_by'] },
      mentions: ['reason', 'ended_for'],
    },
    'activities.speaker': {
      ...development,
      about: ['Выступления на мероприятиях', 'Talks at events'],
      of: { people: ['person_id'] },
      columns: {
        event_id: named(['мероприятие', 'event'], 'activities.event', 'title'),
        guest: ['имя гостя', 'name of a guest'],
        topic: ['тема', 'topic'],
      },
      plain: ['meeting_id'],
      copying: { set: { guest: 'null' }, unnamed: ['topic'] },
      mentions: ['guest', 'topic'],
    },
  },
  others: {
    'activities.admission': 'whom an event takes',
    'activities.event': 'events, without who took part',
    'activities.form': 'which forms of events are interactive',
    'activities.material': 'what stays of an event, and where it is kept',
    'activities.meeting': 'when and where an event takes place',
    'activities.programme': 'programmes of further training',
    'activities.room': 'rooms of organisations',
  },
  othersInCopy: {
    'activities.event': { unnamed: ['title', 'about', 'place', 'instead', 'cancelled_for'] },
    'activities.material': { unnamed: ['title'] },
    'activities.meeting': { unnamed: ['title'] },
    'activities.programme': { unnamed: ['about'] },
    'activities.room': { unnamed: ['name', 'equipment'] },
  },
}
