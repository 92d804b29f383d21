import { lazy } from 'react'

/** Parts of other pages are loaded when they are shown. */
export const MyEnrolments = lazy(async () => ({
  default: (await import('../enrolment/ui/my-enrolments.section.tsx')).MyEnrolments,
}))

export const MySuggestions = lazy(async () => ({
  default: (await import('../suggestions/ui/my-suggestions.section.tsx')).MySuggestions,
}))

export const MyCredited = lazy(async () => ({
  default: (await import('../suggestions/ui/my-credited.section.tsx')).MyCredited,
}))

export const MyPlannedCourses = lazy(async () => ({
  default: (await import('../course-plans/ui/my-planned-courses.section.tsx')).MyPlannedCourses,
}))

export const MyInternships = lazy(async () => ({
  default: (await import('../internships/ui/my-internships.section.tsx')).MyInternships,
}))

export const MySelfStudies = lazy(async () => ({
  default: (await import('../self-study/ui/my-self-studies.section.tsx')).MySelfStudies,
}))

export const MyCourses = lazy(async () => ({
  default: (await import('../runs/own/ui/my-courses.section.tsx')).MyCourses,
}))

export const MyFeedback = lazy(async () => ({
  default: (await import('../feedback/ui/my-feedback.section.tsx')).MyFeedback,
}))
