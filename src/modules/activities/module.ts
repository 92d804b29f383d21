import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { askedAboutEvents } from './asked.ts'
import { calendarFeedRoutes } from './calendar-feed/calendar-feed.routes.ts'
import { coursePlanNames } from './course-plans/course-plan.names.ts'
import { coursePlanRoutes } from './course-plans/course-plans.routes.ts'
import { agreeingTasks, mendingTasks } from './course-plans/course-plans.tasks.ts'
import { courseRoutes } from './course-plans/courses.routes.ts'
import { trainingRuleRoutes } from './course-plans/training-rule.routes.ts'
import { admissionRoutes } from './enrolment/admission.routes.ts'
import { passOffersOn, passOffersOnHandler } from './enrolment/enrolment.jobs.ts'
import { enrolmentRoutes } from './enrolment/enrolment.routes.ts'
import { approvalTasks } from './enrolment/enrolment.tasks.ts'
import { eventRequestNames } from './event-requests/event-requests.names.ts'
import { eventRequestRoutes } from './event-requests/event-requests.routes.ts'
import { answeringTasks, askingTasks } from './event-requests/event-requests.tasks.ts'
import { contentRoutes } from './events/contents.routes.ts'
import { eventNames, roomNames } from './events/event.names.ts'
import { eventRoutes } from './events/events.routes.ts'
import { seedForms } from './events/forms.repo.ts'
import { formRoutes } from './events/forms.routes.ts'
import { seriesRoutes } from './events/series.routes.ts'
import { askFeedback, askFeedbackHandler } from './feedback/feedback.jobs.ts'
import { feedbackRoutes } from './feedback/feedback.routes.ts'
import { guestRoutes } from './holding/guests/guests.routes.ts'
import { holdingRoutes } from './holding/holding.routes.ts'
import { listRoutes } from './holding/list/list.routes.ts'
import { markRoutes } from './holding/marks/marks.routes.ts'
import { presenceRoutes } from './holding/presence/presence.routes.ts'
import { sheetRoutes } from './holding/sheet/sheet.routes.ts'
import { inHouseRoutes } from './in-house/in-house.routes.ts'
import { attestingTasks, inHouseTasks } from './in-house/in-house.tasks.ts'
import { inHouseRuleRoutes } from './in-house/rule.routes.ts'
import { catalogueRoutes } from './internships/catalogue.routes.ts'
import { hostNames, internshipNames, modelNames } from './internships/internship.names.ts'
import { internshipRoutes } from './internships/internships.routes.ts'
import { invitationRoutes } from './invitations/invitations.routes.ts'
import {
  remindOfEvents,
  remindOfEventsHandler,
  sendEventLetters,
  sendEventLettersHandler,
} from './letters/letters.jobs.ts'
import { quietRoutes } from './letters/quiet.routes.ts'
import { activitiesMessages } from './messages.ts'
import { gatheredRoutes } from './modules/gathered.routes.ts'
import { gatheredTasks } from './modules/gathered.tasks.ts'
import { hintRoutes } from './planner/hints.routes.ts'
import { planRoutes } from './planner/plan.routes.ts'
import { programmeNames } from './programmes/programme.names.ts'
import { programmeRoutes } from './programmes/programmes.routes.ts'
import { judgingTasks, programmeTasks } from './programmes/programmes.tasks.ts'
import { roomRoutes } from './rooms/rooms.routes.ts'
import { closingRoutes } from './runs/closing/closing.routes.ts'
import { unclosedTasks } from './runs/closing/closing.tasks.ts'
import { electiveRoutes } from './runs/electives/electives.routes.ts'
import { choosingTasks, unchosenTasks } from './runs/electives/electives.tasks.ts'
import { examinationNames } from './runs/examinations/examination.names.ts'
import { examinationRoutes } from './runs/examinations/examinations.routes.ts'
import { groupRoutes } from './runs/group/group.routes.ts'
import { runOrderRoutes } from './runs/orders/orders.routes.ts'
import { ownRunRoutes } from './runs/own/own.routes.ts'
import { selfStudyNames } from './self-study/self-study.names.ts'
import { selfStudyRoutes } from './self-study/self-study.routes.ts'
import { askedStudyTasks, overdueStudyTasks } from './self-study/self-study.tasks.ts'
import { suggestionRoutes } from './suggestions/suggestions.routes.ts'

/** Whom an event takes is said in the whole vocabulary: it is handed in by the composition. */
export const activitiesModule = (vocabulary: Vocabulary): Module => ({
  name: 'activities',
  messages: activitiesMessages,
  routes: [
    ...[...eventRoutes, ...contentRoutes, ...formRoutes, ...seriesRoutes, ...roomRoutes, ...hintRoutes, ...planRoutes],
    ...[...admissionRoutes(vocabulary), ...enrolmentRoutes(vocabulary)],
    ...[...holdingRoutes, ...markRoutes, ...presenceRoutes, ...sheetRoutes, ...guestRoutes, ...listRoutes],
    ...[...calendarFeedRoutes, ...quietRoutes, ...invitationRoutes(vocabulary), ...suggestionRoutes(vocabulary)],
    ...[...programmeRoutes, ...catalogueRoutes, ...internshipRoutes, ...feedbackRoutes],
    ...[...groupRoutes, ...runOrderRoutes, ...examinationRoutes, ...closingRoutes, ...ownRunRoutes, ...electiveRoutes],
    ...[...gatheredRoutes, ...selfStudyRoutes],
    ...[...coursePlanRoutes, ...courseRoutes(vocabulary), ...trainingRuleRoutes],
    ...[...inHouseRoutes, ...inHouseRuleRoutes, ...eventRequestRoutes],
  ],
  jobs: [passOffersOn, sendEventLetters, remindOfEvents, askFeedback],
  jobHandlers: (services) => [
    passOffersOnHandler(services),
    sendEventLettersHandler(services),
    remindOfEventsHandler(services),
    askFeedbackHandler(services),
  ],
  names: {
    ...{ event: eventNames, room: roomNames, programme: programmeNames, examination: examinationNames },
    ...{ internship: internshipNames, internship_model: modelNames, internship_host: hostNames },
    ...{ course_plan: coursePlanNames, event_request: eventRequestNames, self_study: selfStudyNames },
  },
  seedDistrict: seedForms,
  asks: askedAboutEvents,
  tasks: [
    approvalTasks,
    judgingTasks,
    programmeTasks,
    agreeingTasks,
    mendingTasks,
    choosingTasks,
    unchosenTasks,
    unclosedTasks,
    gatheredTasks,
    attestingTasks,
    inHouseTasks,
    answeringTasks,
    askingTasks,
    askedStudyTasks,
    overdueStudyTasks,
  ],
})
