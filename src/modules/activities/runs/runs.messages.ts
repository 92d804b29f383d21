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
      order_of_nobody: {
        title: 'В такой приказ некого внести',
        todo: 'Приказ о зачислении готовят, когда есть записанные, об отчислении — когда есть отчисленные, об окончании — когда поток проведён.',
      },
    },
    fields: { left_before_run: 'раньше, чем начался поток' },
    notifications: {
      run_left: 'Вас отчислили с курса, который начался {{day}}',
      run_returned: 'Вы снова слушатель курса, который начался {{day}}',
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
      order_of_nobody: {
        title: 'There is nobody to name in such an order',
        todo: 'An order of enrolment needs people enrolled, one of leaving needs who left, one of the end a run that was held.',
      },
    },
    fields: { left_before_run: 'before the run began' },
    notifications: {
      run_left: 'You were taken off the course that began on {{day}}',
      run_returned: 'You are a learner again of the course that began on {{day}}',
    },
  },
} as const
