import { defineWords } from '../../../web/words.ts'

export const homeWords = defineWords(
  {
    start: 'С чего начать',
    next: 'Что можно сделать',
    places: {
      indicators: 'Значения на любой день, с изменением и по организациям.',
      snapshots: 'Значения, которые район утвердил, и чем они отличаются от сегодняшних.',
      note: 'Показатели одним документом: Word, PDF или Excel.',
      people: 'Найти человека и увидеть, что о нём известно.',
      organisations: 'Школы, сады и центры района: кто где работает.',
      loads: 'Принять выгрузки и исправить строки с ошибками.',
      region: 'Районы региона рядом: в чём они похожи и чем отличаются.',
    },
    nothing: 'Пока вам ничего не открыто',
    nothingDetail: 'Попросите администратора района дать вам доступ к тому, с чем вы работаете.',
  },
  {
    start: 'Where to begin',
    next: 'What you can do',
    places: {
      indicators: 'Values on any day, with their change and by organisation.',
      snapshots: 'What the district approved, and how it differs from today.',
      note: 'The indicators as one document: Word, PDF or Excel.',
      people: 'Find somebody and see what is known.',
      organisations: 'Schools, kindergartens and centres: who works where.',
      loads: 'Take spreadsheets and mend faulty rows.',
      region: 'The districts of the region side by side.',
    },
    nothing: 'Nothing is open to you yet',
    nothingDetail: 'Ask the administrator of your district for access to what you work with.',
  },
)
