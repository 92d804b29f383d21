/** Words of internships; part of those of the module. */
export const internshipMessages = {
  ru: {
    problems: {
      internship_state: {
        title: 'Со стажировкой так сейчас нельзя',
        todo: 'Откройте её заново: она уже завершена, отменена или её ведёт другой.',
      },
      internship_ahead: { title: 'Стажировка ещё не началась', todo: 'Журнал и задания открываются в её первый день.' },
      internship_unfinished: {
        title: 'Не все задания выполнены',
        todo: 'Отметьте выполненные; завершить стажировку можно, когда отмечены все.',
      },
      internship_counted: {
        title: 'Такая запись об обучении уже есть',
        todo: 'Её принёс файл с теми же днями и названием. Проверьте карточку человека.',
      },
    },
    fields: {
      internship_model_taken: 'модель с таким названием уже есть',
      internship_host_taken: 'эта организация уже принимает стажёров',
      internship_full: 'в эти дни все места заняты: их {{places}}',
      internship_long: 'стажировка длится не больше года',
      internship_day: 'этот день — до начала стажировки',
    },
  },
  en: {
    problems: {
      internship_state: {
        title: 'This cannot be done with the internship now',
        todo: 'Open it anew: it is finished or called off, or somebody else answers for it.',
      },
      internship_ahead: { title: 'The internship has not begun', todo: 'Log and tasks open on its first day.' },
      internship_unfinished: {
        title: 'Not all tasks are done',
        todo: 'Tick off what is done; the internship is finished once everything is.',
      },
      internship_counted: {
        title: 'There is such a record of learning already',
        todo: 'A file brought it with the same days and title. Look at the card of the person.',
      },
    },
    fields: {
      internship_model_taken: 'there is a model of this title already',
      internship_host_taken: 'this organisation takes people already',
      internship_full: 'all {{places}} places are taken on these days',
      internship_long: 'an internship lasts a year at most',
      internship_day: 'this day is before the internship',
    },
  },
} as const
