import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const attestationWords = defineWords(
  {
    title: 'Папка к аттестации',
    about: 'Собрано из того, что о вас записано. Заполнять ничего не нужно; прикладывать или нет, решаете вы.',
    aim: 'На что подаёте',
    aims: {
      first: 'Первая категория',
      highest: 'Высшая категория',
      methodist: 'Педагог-методист',
      mentor: 'Педагог-наставник',
    },
    now: (category: string, on: string | null, ends: string | null) =>
      `Сейчас: ${category}${on === null ? '' : ` с ${on}`}${ends === null ? '' : `, до ${ends}`}.`,
    none: 'Категории сейчас нет.',
    since: (day: string) => `Учтены факты с ${day}.`,
    needsHighest: 'Для этой категории нужна высшая.',
    gathered: (some: number, all: number) => `Собрано ${some} из ${all}`,
    nothing: 'Пока ничего не записано.',
    byOthers: 'Даёт организация',
    word: 'Скачать в Word',
    missing: 'Чего-то не хватает?',
    missingHint:
      'Сертификат или курс из другого места попадёт сюда, когда его внесут. Неверную строку отметьте на странице «Моё».',
    toMine: 'Открыть «Моё»',
    row: (file: string, row: number | null) => (row === null ? file : `${file}, строка ${row}`),
    byHand: 'внесено в системе',
    from: (day: string) => `с ${day}`,
  },
  {
    title: 'Folder for attestation',
    about:
      'Put together from what is on record of you. There is nothing to fill in, and whether to hand it in is up to you.',
    aim: 'What you apply for',
    aims: {
      first: 'First category',
      highest: 'Highest category',
      methodist: 'Pedagogue-methodist',
      mentor: 'Pedagogue-mentor',
    },
    now: (category, on, ends) =>
      `Now: ${category}${on === null ? '' : ` since ${on}`}${ends === null ? '' : `, until ${ends}`}.`,
    none: 'There is no category now.',
    since: (day) => `Facts since ${day} are counted.`,
    needsHighest: 'This category asks for the highest one.',
    gathered: (some, all) => `${some} of ${sayMany(all, 'en', { one: 'part', other: 'parts' })} gathered`,
    nothing: 'Nothing is on record yet.',
    byOthers: 'Given by the organisation',
    word: 'Download for Word',
    missing: 'Is something missing?',
    missingHint:
      'A certificate or course from elsewhere appears here once it is entered. Say what is wrong on the page “Mine”.',
    toMine: 'Open “Mine”',
    row: (file, row) => (row === null ? file : `${file}, row ${row}`),
    byHand: 'entered in the system',
    from: (day) => `since ${day}`,
  },
)
