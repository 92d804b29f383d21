/** Words of people and employments; part of the registry's. */
export const peopleMessages = {
  ru: {
    problems: {
      too_many_rows: {
        title: 'Слишком много строк для одной книги',
        todo: 'Сузьте список: в книгу помещается не больше {{most}} человек.',
      },
      person_known: {
        title: 'Человек с таким именем и датой рождения уже есть в районе',
        todo: 'Если это он, добавьте ему место работы или попросите об этом методиста района. Если другой, укажите СНИЛС обоих.',
      },
    },
    people: {
      sheet: 'Люди',
      columns: {
        surname: 'Фамилия',
        givenName: 'Имя',
        patronymic: 'Отчество',
        birthOn: 'Дата рождения',
        organisationCode: 'Код организации',
        organisation: 'Организация',
        position: 'Должность',
        rate: 'Ставка',
        hiredOn: 'Дата приёма',
        dismissedOn: 'Последний день',
        subjects: 'Предметы',
        category: 'Категория',
        educationLevel: 'Образование',
        experienceSince: 'Стаж с',
      },
    },
    fields: {
      snils_wrong: 'это не СНИЛС: проверьте одиннадцать цифр',
      snils_taken: 'с этим СНИЛС в районе уже есть другой человек',
      in_future: 'этот день ещё не наступил',
      outside_reach: 'эта организация вне вашего доступа',
      employment_exists: 'такое место работы с этого дня уже есть',
      value_retired: 'это значение больше не используется',
    },
  },
  en: {
    problems: {
      too_many_rows: {
        title: 'Too many rows for one workbook',
        todo: 'Narrow the list: a workbook takes at most {{most}} people.',
      },
      person_known: {
        title: 'Somebody of this name and birth date is known in the district',
        todo: 'If it is the same person, add a place of work or ask a methodist of the district to. If not, give the СНИЛС of both.',
      },
    },
    people: {
      sheet: 'People',
      columns: {
        surname: 'Surname',
        givenName: 'Given name',
        patronymic: 'Patronymic',
        birthOn: 'Date of birth',
        organisationCode: 'Organisation code',
        organisation: 'Organisation',
        position: 'Position',
        rate: 'Rate',
        hiredOn: 'Hired on',
        dismissedOn: 'Last day',
        subjects: 'Subjects',
        category: 'Category',
        educationLevel: 'Education',
        experienceSince: 'Experience since',
      },
    },
    fields: {
      snils_wrong: 'this is not a СНИЛС: check its eleven digits',
      snils_taken: 'somebody else of the district has this СНИЛС',
      in_future: 'this day is yet to come',
      outside_reach: 'this organisation is out of your reach',
      employment_exists: 'this employment from this day on is there already',
      value_retired: 'this value is not used any more',
    },
  },
} as const
