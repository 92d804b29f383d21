/**
 * What a consent may be asked for. Whatever the law lets a district do without one is none of these: a consent nobody could
 * refuse is none. A module that needs one adds its kind here and asks `hasConsent`.
 */
export const CONSENT_KINDS = ['publication', 'wellbeing'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

type Words = Readonly<Record<ConsentKind, { readonly name: string; readonly about: string }>>

export const KIND_WORDS: { readonly ru: Words; readonly en: Words } = {
  ru: {
    publication: {
      name: 'Публикация имени',
      about:
        'Называть человека по имени там, где это видят не только сотрудники района: в каталоге практик, списках победителей, новостях.',
    },
    wellbeing: {
      name: 'Самочувствие под своим именем',
      about:
        'Показать ответы опроса о самочувствии психологу района вместе с именем. Без согласия такие опросы безымянные.',
    },
  },
  en: {
    publication: {
      name: 'Publishing the name',
      about:
        'To name a person where not only staff of the district see it: in the catalogue of practices, lists of winners, news.',
    },
    wellbeing: {
      name: 'Well-being under one’s name',
      about: 'To show answers about well-being to the district’s psychologist by name. Without it they are nobody’s.',
    },
  },
}

/** What a district begins with when it writes its text; in square brackets what it fills in. */
export const TEMPLATES: Readonly<Record<ConsentKind, { readonly title: string; readonly body: string }>> = {
  publication: {
    title: 'Согласие на публикацию имени',
    body: `Я даю согласие [название организации-оператора, адрес] на распространение моих персональных данных.

Какие данные: фамилия, имя, отчество, должность, место работы.
Для чего: назвать меня автором педагогической практики, победителем или участником конкурса, участником мероприятия.
Где: [адрес сайта] и материалы района.
Что можно делать: публиковать, показывать, передавать неограниченному кругу лиц. Условия и запреты: [нет].
Срок: пока согласие не отозвано.

Согласие даётся свободно. Отказ ни на что не влияет: ни на работу, ни на оценку, ни на участие. Отозвать согласие можно в любое время на этой же странице или письмом по адресу [адрес]; публикации уберут в течение трёх рабочих дней.`,
  },
  wellbeing: {
    title: 'Согласие на обработку сведений о самочувствии под своим именем',
    body: `Я даю согласие [название организации-оператора, адрес] на обработку сведений о моём психологическом самочувствии вместе с моим именем.

Какие данные: ответы на опросы о самочувствии и их результаты, фамилия, имя, отчество, место работы.
Для чего: чтобы психолог района мог предложить мне помощь.
Кто увидит: только психолог района. Руководитель, методисты и администратор их не видят.
Срок: [один год], затем сведения удаляются.

Согласие даётся свободно. Без него можно отвечать на те же опросы безымянно. Отозвать согласие можно в любое время на этой же странице; сведения под именем удалят в течение [десяти] рабочих дней.`,
  },
}
