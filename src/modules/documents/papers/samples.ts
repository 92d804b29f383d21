import type { PaperKind } from './kinds.contract.ts'
import type { PaperFacts } from './paper.ts'

const called = { surname: 'Образцова', givenName: 'Анна', patronymic: 'Ивановна', sex: 'female' } as const
const days = { startsOn: '2026-01-12', endsOn: '2026-01-30' }

/** Whom and what a paper shows that is only looked at: nobody there is. */
export const SAMPLES: Readonly<Record<PaperKind, Pick<PaperFacts, 'called' | 'about'>>> = {
  participation: {
    called,
    about: { kind: 'participation', title: 'Название мероприятия', part: 'participant', hours: 4, ...days },
  },
  upskilling: { called, about: { kind: 'upskilling', title: 'Название программы', hours: 36, ...days } },
  retraining: {
    called,
    about: {
      ...{ kind: 'retraining', title: 'Название программы', hours: 260, ...days },
      ...{ gives: 'qualification', given: 'Название квалификации' },
    },
  },
  activity: {
    called,
    about: { kind: 'activity', title: 'За что дан сертификат', doneOn: days.endsOn, place: 'где это было' },
  },
}
