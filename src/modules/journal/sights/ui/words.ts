import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const sightWords = defineWords(
  {
    toRegister: 'Что о людях хранится и зачем',
    sights: 'Кто смотрел мои сведения',
    copy: 'Всё, что обо мне записано',
    copyData: 'То же для программ (JSON)',
    sightsAbout:
      'Кто открывал закрытые сведения, смотрел списки с вашим именем или выгружал их. За три года. Обычный просмотр карточки сотрудниками, которые ведут сведения о людях, сюда не попадает.',
    nobodyLooked: 'Пока никто',
    nobodyLookedDetail:
      'Здесь появится каждый, кто откроет ваш СНИЛС или результаты, увидит вас за показателем или выгрузит список, где вы есть.',
    at: 'Когда',
    who: 'Кто',
    did: 'Что сделал',
    why: 'Зачем',
    unknown: 'не учётная запись',
    asWhom: (name: string) => `от имени: ${name}`,
    among: (count: number) =>
      `и ещё ${sayMany(count - 1, 'ru', { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
    islands: { snils: 'СНИЛС', diagnostics: 'результаты диагностик', examinations: 'результаты испытаний' } as Readonly<
      Record<string, string>
    >,
  },
  {
    toRegister: 'What is kept of people, and why',
    sights: 'Who looked at my data',
    copy: 'Everything on record of me',
    copyData: 'The same for programs (JSON)',
    sightsAbout:
      'Who opened what is closed, saw lists with your name or took them away. Three years back. That staff who keep records of people opened your card is not noted here.',
    nobodyLooked: 'Nobody yet',
    nobodyLookedDetail:
      'Whoever opens your СНИЛС or results, sees you behind a figure or takes away a list with you will stand here.',
    at: 'When',
    who: 'Who',
    did: 'What they did',
    why: 'What for',
    unknown: 'not an account',
    asWhom: (name) => `as ${name}`,
    among: (count) => `and ${sayMany(count - 1, 'en', { one: 'more person', other: 'more people' })}`,
    islands: {
      snils: 'СНИЛС',
      diagnostics: 'results of diagnostics',
      examinations: 'results of examinations',
    } as Readonly<Record<string, string>>,
  },
)
