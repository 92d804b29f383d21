/** Words of feedback; part of those of the module. */
export const feedbackMessages = {
  ru: {
    problems: {
      feedback_over: {
        title: 'Отзывы уже собраны',
        todo: 'Срок прошёл, и ответы больше не принимаются. Ничего делать не нужно.',
      },
    },
    fields: {
      feedback_mark: 'поставьте оценку от 1 до 5; не хотите отвечать — нажмите «Не отвечать»',
    },
    asked: { feedback: 'Отзывы о мероприятиях', invitation: 'Приглашения на мероприятия' },
    feedback: {
      stages: { end: 'Сразу после', later: 'Через три месяца' },
      sheets: { marks: 'Оценки', words: 'Слова' },
      columns: {
        stage: 'Когда спросили',
        question: 'Вопрос',
        answers: 'Ответили',
        average: 'В среднем',
        words: 'Ответ',
      },
    },
  },
  en: {
    problems: {
      feedback_over: {
        title: 'Feedback has been gathered already',
        todo: 'The term is over, and no more answers are taken. There is nothing you have to do.',
      },
    },
    fields: {
      feedback_mark: 'give a mark from 1 to 5; if you would rather not answer, press “Do not answer”',
    },
    asked: { feedback: 'Feedback on events', invitation: 'Invitations to events' },
    feedback: {
      stages: { end: 'Right after', later: 'Three months later' },
      sheets: { marks: 'Marks', words: 'Words' },
      columns: {
        stage: 'When asked',
        question: 'Question',
        answers: 'Answered',
        average: 'On average',
        words: 'Answer',
      },
    },
  },
} as const
