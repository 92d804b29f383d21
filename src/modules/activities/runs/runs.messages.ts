/** Words of the runs of programmes; part of those of the module. */
export const runMessages = {
  ru: {
    problems: {
      run_begun: {
        title: 'Поток уже начался',
        todo: 'Снять с записи можно до начала. Попросите того, кто ведёт курс, отчислить слушателя.',
      },
      run_ahead: {
        title: 'Поток ещё не начался',
        todo: 'До первого дня снимите человека с записи: его место достанется следующему.',
      },
      learner_left: { title: 'Этот слушатель уже отчислен', todo: 'Откройте список заново.' },
      learner_here: { title: 'Этот слушатель и так в группе', todo: 'Откройте список заново.' },
      run_closes: {
        title: 'Это поток программы',
        todo: 'Его завершают на странице «Ход курса»: вместе с участием записывают обучение и документы.',
      },
      documents_of_centre: {
        title: 'Документы выдаёт методический центр',
        todo: 'Завершите курс без документов: центр откроет его заново и выдаст их.',
      },
      run_goes_on: { title: 'Поток ещё идёт', todo: 'Завершить его можно в последний день или позже.' },
      closing_changed: {
        title: 'Пока вы смотрели, что-то изменилось',
        todo: 'Посмотрите ещё раз, кто завершает курс, и решите заново.',
      },
      run_documents_given: {
        title: 'Документы уже выданы',
        todo: 'Открыть поток заново нельзя. Ошибку исправляют в самом документе: отзовите его или выдайте другой экземпляр.',
      },
      no_learner: { title: 'Вы не учитесь на этом курсе', todo: 'Запишитесь на него или посмотрите свои курсы.' },
      choosing_over: {
        title: 'Время выбирать модули вышло',
        todo: 'Скажите тому, кто ведёт курс, какой модуль вам нужен: он может выбрать за вас.',
      },
      modules_counted: {
        title: 'Модули уже вошли в обучение',
        todo: 'Открыть поток заново нельзя: кому-то за все модули уже выдан документ. Ошибку исправляют в самом документе.',
      },
      gathered_changed: {
        title: 'Пока вы смотрели, что-то изменилось',
        todo: 'Посмотрите ещё раз, кто собрал все модули, и выдайте документы заново.',
      },
      everybody_chose: { title: 'Модули выбрали все', todo: 'Напоминать некому. Откройте страницу заново.' },
      examinations_many: {
        title: 'Испытаний уже слишком много',
        todo: 'Уберите лишние: больше тридцати на курсе не бывает.',
      },
      examination_entered: {
        title: 'Результаты уже внесены',
        todo: 'Уберите результаты, если испытания не было, и попробуйте ещё раз.',
      },
      examination_ahead: {
        title: 'Испытание ещё впереди',
        todo: 'Результаты вносят с его первого дня, когда мероприятие объявлено.',
      },
      order_of_nobody: {
        title: 'В такой приказ некого внести',
        todo: 'Приказ о зачислении готовят, когда есть записанные, об отчислении — когда есть отчисленные, об окончании — когда поток проведён.',
      },
    },
    fields: {
      modules_of_nothing: 'сначала выберите программу',
      electives_many: 'можно взять не больше {{most}}',
      choosing_after_run: 'позже последнего дня курса',
      left_before_run: 'раньше, чем начался поток',
      before_end_of_run: 'раньше, чем закончился курс',
      diploma_given_missing: 'назовите квалификацию или вид деятельности',
      examiner_one: 'выберите человека из района или назовите гостя, одно из двух',
      examiner_twice: 'этот человек уже назван',
      examination_before_run: 'раньше, чем начинается поток',
      examination_day: 'раньше самого испытания',
      result_older: 'за более поздний день результат уже есть',
      result_credited: 'уже зачтено, пересдавать нечего: чтобы исправить, выберите тот же день',
    },
    notifications: {
      choose_electives: 'Выберите модули своего курса: это можно сделать по {{day}}',
      electives_chosen: 'За вас выбрали модули курса: посмотрите, какие',
      run_left: 'Вас отчислили с курса, который начался {{day}}',
      modules_completed: 'Вы прошли модули курса, который начался {{day}}: они записаны',
      programme_gathered: 'Вы прошли все модули программы: обучение записано, документ выдан',
      run_completed: 'Вы завершили курс, который начался {{day}}: обучение записано',
      run_returned: 'Вы снова слушатель курса, который начался {{day}}',
    },
    tasks: {
      electives_choose_one: 'Выбрать модули: {{count, number}} ваш курс',
      electives_choose_few: 'Выбрать модули: {{count, number}} ваших курса',
      electives_choose_many: 'Выбрать модули: {{count, number}} ваших курсов',
      electives_choose_other: 'Выбрать модули: {{count, number}} ваших курса',
      runs_unclosed_one: 'Завершить {{count, number}} курс: встречи закончились, а обучение не записано',
      runs_unclosed_few: 'Завершить {{count, number}} курса: встречи закончились, а обучение не записано',
      runs_unclosed_many: 'Завершить {{count, number}} курсов: встречи закончились, а обучение не записано',
      runs_unclosed_other: 'Завершить {{count, number}} курса: встречи закончились, а обучение не записано',
      modules_gathered_one: 'Выдать документ за все модули программы: {{count, number}} человек',
      modules_gathered_few: 'Выдать документы за все модули программ: {{count, number}} человека',
      modules_gathered_many: 'Выдать документы за все модули программ: {{count, number}} человек',
      modules_gathered_other: 'Выдать документы за все модули программ: {{count, number}} человека',
      electives_unchosen_one: 'Выбрать модули за {{count, number}} слушателя: сам он не успел',
      electives_unchosen_few: 'Выбрать модули за {{count, number}} слушателей: сами они не успели',
      electives_unchosen_many: 'Выбрать модули за {{count, number}} слушателей: сами они не успели',
      electives_unchosen_other: 'Выбрать модули за {{count, number}} слушателя: сами они не успели',
    },
  },
  en: {
    problems: {
      run_begun: {
        title: 'The run has begun',
        todo: 'People are taken off the list before that. Ask who holds the course to note that the learner leaves.',
      },
      run_ahead: {
        title: 'The run has not begun',
        todo: 'Until its first day take the person off the list: the seat goes to the next in line.',
      },
      learner_left: { title: 'This learner has left already', todo: 'Open the list again.' },
      learner_here: { title: 'This learner has not left', todo: 'Open the list again.' },
      run_closes: {
        title: 'This is the run of a programme',
        todo: 'It is closed on the page of the run: learning and documents go with who was there.',
      },
      documents_of_centre: {
        title: 'The methodical centre gives documents',
        todo: 'Close the course without them: the centre opens it again and gives them.',
      },
      run_goes_on: { title: 'The run goes on', todo: 'It is closed on its last day, or later.' },
      closing_changed: {
        title: 'Something changed while you looked',
        todo: 'Look again at who completes the course, and decide anew.',
      },
      run_documents_given: {
        title: 'Documents were given',
        todo: 'The run is not opened again. A mistake is mended in the document itself: revoke it, or give it anew.',
      },
      no_learner: { title: 'You do not learn on this course', todo: 'Enrol for it, or see the courses you are on.' },
      choosing_over: {
        title: 'The time for choosing modules is over',
        todo: 'Tell who holds the course which module you need: they can choose for you.',
      },
      modules_counted: {
        title: 'The modules went into learning already',
        todo: 'The run is not opened again: somebody has a document for all modules. A mistake is mended in the document.',
      },
      gathered_changed: {
        title: 'Something changed while you looked',
        todo: 'Look again at who completed all modules, and give the documents anew.',
      },
      everybody_chose: { title: 'Everybody has chosen', todo: 'There is nobody to remind. Open the page again.' },
      examinations_many: {
        title: 'There are too many examinations',
        todo: 'Remove some: a course has thirty at most.',
      },
      examination_entered: {
        title: 'There are results already',
        todo: 'Take the results back if it was not held, and try again.',
      },
      examination_ahead: {
        title: 'The examination is still ahead',
        todo: 'Results are entered from its first day on, once the event is announced.',
      },
      order_of_nobody: {
        title: 'There is nobody to name in such an order',
        todo: 'An order of enrolment needs people enrolled, one of leaving needs who left, one of the end a run that was held.',
      },
    },
    fields: {
      modules_of_nothing: 'choose a programme first',
      electives_many: '{{most}} at most can be taken',
      choosing_after_run: 'after the last day of the course',
      left_before_run: 'before the run began',
      before_end_of_run: 'before the course ended',
      diploma_given_missing: 'name the qualification, or the kind of work',
      examiner_one: 'choose somebody of the district, or name a guest: one of the two',
      examiner_twice: 'named already',
      examination_before_run: 'before the run begins',
      examination_day: 'before the examination',
      result_older: 'there is a result of a later day already',
      result_credited: 'credited already, there is nothing to take again: to correct it choose the same day',
    },
    notifications: {
      choose_electives: 'Choose the modules of your course: you can until {{day}}',
      electives_chosen: 'Modules of a course were chosen for you: see which',
      run_left: 'You were taken off the course that began on {{day}}',
      modules_completed: 'You completed modules of the course that began on {{day}}: they are on record',
      programme_gathered: 'You completed all modules of a programme: it is on record, and you were given its document',
      run_completed: 'You completed the course that began on {{day}}: it is on record',
      run_returned: 'You are a learner again of the course that began on {{day}}',
    },
    tasks: {
      electives_choose_one: 'Choose the modules of {{count, number}} course of yours',
      electives_choose_other: 'Choose the modules of {{count, number}} courses of yours',
      runs_unclosed_one: 'Close {{count, number}} course: its meetings are over, and nobody has learning on record',
      runs_unclosed_other:
        'Close {{count, number}} courses: their meetings are over, and nobody has learning on record',
      modules_gathered_one: 'Give a document for all modules of a programme: {{count, number}} person',
      modules_gathered_other: 'Give documents for all modules of programmes: {{count, number}} people',
      electives_unchosen_one: 'Choose modules for {{count, number}} learner who did not',
      electives_unchosen_other: 'Choose modules for {{count, number}} learners who did not',
    },
  },
} as const
