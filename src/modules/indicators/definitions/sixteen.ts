import type { DefinitionBody } from './definition.contract.ts'

/**
 * The sixteen indicators of the district system (Pushkin district, 2021), as data in the language of populations.
 * They are loaded into each new district and edited there like any other definition.
 */
export type SeededIndicator = {
  readonly code: string
  readonly ru: string
  readonly en: string
  /** Where a line must do. */
  readonly short: { readonly ru: string; readonly en: string }
  readonly body: DefinitionBody
}

const PEOPLE_SLICES = ['organisation', 'organisation_type', 'subject']
const ORGANISATION_SLICES = ['organisation', 'organisation_type']

const pedagogue = { term: 'pedagogue' } as const
const thisYear = { during: 'calendar_year' } as const
const diagnosed = { term: 'diagnosed', when: thisYear } as const
const young = { term: 'age', under: 35 } as const

const shareOfPedagogues = (who: Extract<DefinitionBody, { kind: 'share' }>['who']): DefinitionBody => ({
  kind: 'share',
  subject: 'person',
  of: pedagogue,
  who,
  slices: PEOPLE_SLICES,
})

const tookArea = (area: string, passed: boolean) => ({
  term: 'diagnosed',
  where: { area: { is: area }, ...(passed && { passed: { is: true } }) },
  when: thisYear,
})

export const SIXTEEN: readonly SeededIndicator[] = [
  {
    code: 'P01',
    ru: 'Доля воспитателей ДОУ, прошедших диагностику профессиональных дефицитов, от общего количества педагогических работников ДОУ',
    en: 'Kindergarten educators who took a diagnostic, of all pedagogues of kindergartens',
    short: { ru: 'Диагностика воспитателей', en: 'Educators diagnosed' },
    body: {
      kind: 'share',
      subject: 'person',
      of: { all: [pedagogue, { term: 'organisationType', is: 'kindergarten' }] },
      who: { all: [{ term: 'position', is: 'воспитатель', main: true }, diagnosed] },
      slices: PEOPLE_SLICES,
    },
  },
  {
    code: 'P02',
    ru: 'Доля учителей (в разрезе учебных предметов), прошедших диагностику профессиональных дефицитов, от общего количества учителей',
    en: 'Teachers, by school subject, who took a diagnostic',
    short: { ru: 'Диагностика учителей', en: 'Teachers diagnosed' },
    body: {
      kind: 'share',
      subject: 'person',
      of: { term: 'position', is: 'учитель' },
      who: diagnosed,
      slices: PEOPLE_SLICES,
    },
  },
  {
    code: 'P03',
    ru: 'Доля педагогов с непедагогическим базовым образованием, освоивших программы профессиональной переподготовки, от общего количества педагогов',
    en: 'Pedagogues without pedagogical education who completed professional retraining',
    short: { ru: 'Переподготовка без педагогического образования', en: 'Retrained without a pedagogical education' },
    body: shareOfPedagogues({
      all: [
        { term: 'pedagogicalEducation', is: false },
        { term: 'trained', where: { kind: { is: 'retraining' } }, when: { by: 'date' } },
      ],
    }),
  },
  {
    code: 'P04',
    ru: 'Доля педагогических работников, прошедших обучение по дополнительным профессиональным программам в дистанционной форме',
    en: 'Pedagogues who completed distance learning',
    short: { ru: 'Обучение дистанционно', en: 'Trained at a distance' },
    body: shareOfPedagogues({ term: 'trained', where: { form: { is: 'distance' } }, when: thisYear }),
  },
  {
    code: 'P05',
    ru: 'Доля педагогических работников, прошедших обучение на базе СПб ЦОКОиИТ',
    en: 'Pedagogues who completed learning at the centre of quality assessment and information technology',
    short: { ru: 'Обучение в СПб ЦОКОиИТ', en: 'Trained at the IT and assessment centre' },
    body: shareOfPedagogues({ term: 'trained', where: { provider: { is: 'СПб ЦОКОиИТ' } }, when: thisYear }),
  },
  {
    code: 'P06',
    ru: 'Доля педагогических работников, прошедших повышение квалификации по подготовке экспертов предметных комиссий ГИА',
    en: 'Pedagogues trained as experts of the state final examination',
    short: { ru: 'Эксперты предметных комиссий ГИА', en: 'Experts for state exams' },
    body: shareOfPedagogues({ term: 'trained', where: { topic: { is: 'эксперт ГИА' } }, when: thisYear }),
  },
  {
    code: 'P07',
    ru: 'Доля педагогических работников, прошедших повышение квалификации по подготовке экспертов, привлекаемых к аттестации',
    en: 'Pedagogues trained as experts of attestation',
    short: { ru: 'Эксперты для аттестации', en: 'Experts for attestation' },
    body: shareOfPedagogues({ term: 'trained', where: { topic: { is: 'эксперт аттестации' } }, when: thisYear }),
  },
  {
    code: 'P08',
    ru: 'Доля районных мероприятий ЦППМСП, направленных на профилактику профессионального выгорания',
    en: 'District events of psychological centres against burnout',
    short: { ru: 'Профилактика выгорания', en: 'Events against burnout' },
    body: {
      kind: 'share',
      subject: 'event',
      of: {
        all: [
          { term: 'level', is: 'district' },
          { term: 'organiserType', is: 'psychological_centre' },
          { term: 'held', when: thisYear },
        ],
      },
      who: { term: 'topic', is: 'профилактика выгорания' },
      slices: ORGANISATION_SLICES,
    },
  },
  {
    code: 'P09',
    ru: 'Доля педагогов, успешно прошедших диагностику методических и предметных компетенций и вошедших в районный методический актив, от числа прошедших такую диагностику',
    en: 'Pedagogues who passed both diagnostics and entered the methodical pool, of those who took both',
    short: { ru: 'От диагностики в методический актив', en: 'From diagnostics to the methodical pool' },
    body: {
      kind: 'share',
      subject: 'person',
      of: { all: [pedagogue, tookArea('subject', false), tookArea('methodical', false)] },
      who: {
        all: [
          tookArea('subject', true),
          tookArea('methodical', true),
          { term: 'inPool', where: { kind: { is: 'методический актив' } }, when: { at: 'date' } },
        ],
      },
      slices: PEOPLE_SLICES,
    },
  },
  {
    code: 'P10',
    ru: 'Доля педагогических работников до 35 лет в первые три года работы, участвующих в различных формах поддержки и сопровождения',
    en: 'Pedagogues under 35 in their first three years who are supported',
    short: { ru: 'Поддержка молодых педагогов', en: 'Support of young pedagogues' },
    body: {
      kind: 'share',
      subject: 'person',
      of: { all: [pedagogue, young, { term: 'experience', under: 3 }] },
      who: {
        any: [
          { term: 'mentored', when: { overlapping: 'calendar_year' } },
          {
            term: 'member',
            where: { kind: { is: 'совет молодых педагогов' } },
            when: { overlapping: 'calendar_year' },
          },
          { term: 'attended', where: { audience: { is: 'молодые педагоги' } }, when: thisYear },
        ],
      },
      slices: PEOPLE_SLICES,
    },
  },
  {
    code: 'P11',
    ru: 'Доля педагогических работников, вошедших в сообщество педагогов-наставников',
    en: 'Pedagogues in the community of mentors',
    short: { ru: 'Сообщество наставников', en: 'Community of mentors' },
    body: shareOfPedagogues({
      term: 'member',
      where: { kind: { is: 'сообщество наставников' } },
      when: { at: 'date' },
    }),
  },
  {
    code: 'P12',
    ru: 'Доля школ, реализующих целевую модель наставничества педагогических работников',
    en: 'Schools with the target model of mentoring',
    short: { ru: 'Школы с наставничеством', en: 'Schools with mentoring' },
    body: {
      kind: 'share',
      subject: 'organisation',
      of: { all: [{ term: 'type', is: 'school' }, { term: 'inBeing' }] },
      who: { term: 'mentoringModel', when: { by: 'date' } },
      slices: ORGANISATION_SLICES,
    },
  },
  {
    code: 'P13',
    ru: 'Доля педагогов, включённых в районные методические объединения и профессиональные сообщества',
    en: 'Pedagogues in methodical associations and professional communities of the district',
    short: { ru: 'Объединения и сообщества', en: 'Associations and communities' },
    body: shareOfPedagogues({
      term: 'member',
      where: {
        kind: { is: ['районное методическое объединение', 'профессиональное сообщество'] },
        level: { is: 'district' },
      },
      when: { at: 'date' },
    }),
  },
  {
    code: 'P14',
    ru: 'Динамика обеспеченности образовательных организаций педагогическими кадрами за три года',
    en: 'Staffing of organisations over three years',
    short: { ru: 'Обеспеченность кадрами', en: 'Posts filled' },
    body: {
      kind: 'ratio',
      numerator: { subject: 'post', of: { all: [] }, sum: 'filled' },
      denominator: { subject: 'post', of: { all: [] }, sum: 'planned' },
      slices: ORGANISATION_SLICES,
      series: { points: 3 },
    },
  },
  {
    code: 'P15',
    ru: 'Динамика численности молодых педагогов со стажем работы до одного года за три года',
    en: 'Young pedagogues in their first year, over three years',
    short: { ru: 'Стаж до одного года', en: 'Up to a year of experience' },
    body: {
      kind: 'count',
      subject: 'person',
      of: { all: [pedagogue, young, { term: 'experience', under: 1 }] },
      slices: PEOPLE_SLICES,
      series: { points: 3 },
    },
  },
  {
    code: 'P16',
    ru: 'Динамика численности педагогических работников до 35 лет в разрезе учебных предметов за два года',
    en: 'Pedagogues under 35 by school subject, over two years',
    short: { ru: 'Педагоги до 35 лет', en: 'Pedagogues under 35' },
    body: {
      kind: 'count',
      subject: 'person',
      of: { all: [pedagogue, young] },
      slices: PEOPLE_SLICES,
      series: { points: 2 },
    },
  },
]
