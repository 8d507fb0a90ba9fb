import type { FormWords } from '#forms/form-words.ts'
import activeOfferMeeting from '#locales/en/forms/active-offer-meeting.json' with { type: 'json' }
import activeOfferNotice from '#locales/en/forms/active-offer-notice.json' with { type: 'json' }
import advocateChange from '#locales/en/forms/advocate-change.json' with { type: 'json' }
import advocateChangeAnswer from '#locales/en/forms/advocate-change-answer.json' with { type: 'json' }
import allocation from '#locales/en/forms/allocation.json' with { type: 'json' }
import annualSurvey from '#locales/en/forms/annual-survey.json' with { type: 'json' }
import answerphone from '#locales/en/forms/answerphone.json' with { type: 'json' }
import caseFacts from '#locales/en/forms/case-facts.json' with { type: 'json' }
import childAsk from '#locales/en/forms/child-ask.json' with { type: 'json' }
import childMessage from '#locales/en/forms/child-message.json' with { type: 'json' }
import childSafeContact from '#locales/en/forms/child-safe-contact.json' with { type: 'json' }
import childTakePart from '#locales/en/forms/child-take-part.json' with { type: 'json' }
import closure from '#locales/en/forms/closure.json' with { type: 'json' }
import closureSurvey from '#locales/en/forms/closure-survey.json' with { type: 'json' }
import complaintStep from '#locales/en/forms/complaint-step.json' with { type: 'json' }
import contact from '#locales/en/forms/contact.json' with { type: 'json' }
import feedback from '#locales/en/forms/feedback.json' with { type: 'json' }
import feedbackAnswer from '#locales/en/forms/feedback-answer.json' with { type: 'json' }
import hours from '#locales/en/forms/hours.json' with { type: 'json' }
import hoursReview from '#locales/en/forms/hours-review.json' with { type: 'json' }
import joinIn from '#locales/en/forms/join-in.json' with { type: 'json' }
import legalHold from '#locales/en/forms/legal-hold.json' with { type: 'json' }
import meeting from '#locales/en/forms/meeting.json' with { type: 'json' }
import messageToChild from '#locales/en/forms/message-to-child.json' with { type: 'json' }
import participation from '#locales/en/forms/participation.json' with { type: 'json' }
import passingOn from '#locales/en/forms/passing-on.json' with { type: 'json' }
import passingOnTold from '#locales/en/forms/passing-on-told.json' with { type: 'json' }
import quarterNarrative from '#locales/en/forms/quarter-narrative.json' with { type: 'json' }
import screening from '#locales/en/forms/screening.json' with { type: 'json' }
import selfReferral from '#locales/en/forms/self-referral.json' with { type: 'json' }
import start from '#locales/en/forms/start.json' with { type: 'json' }
import supportedReferral from '#locales/en/forms/supported-referral.json' with { type: 'json' }
import withdrawalAnswer from '#locales/en/forms/withdrawal-answer.json' with { type: 'json' }

/** The words of every form in English, by form. */
export const en: Readonly<Record<string, FormWords>> = {
  'self-referral': selfReferral,
  'supported-referral': supportedReferral,
  'advocate-change': advocateChange,
  feedback,
  'join-in': joinIn,
  'closure-survey': closureSurvey,
  'annual-survey': annualSurvey,
  screening,
  contact,
  allocation,
  start,
  meeting,
  hours,
  'hours-review': hoursReview,
  'passing-on': passingOn,
  'passing-on-told': passingOnTold,
  'withdrawal-answer': withdrawalAnswer,
  'legal-hold': legalHold,
  'case-facts': caseFacts,
  'complaint-step': complaintStep,
  closure,
  'active-offer-notice': activeOfferNotice,
  'active-offer-meeting': activeOfferMeeting,
  'advocate-change-answer': advocateChangeAnswer,
  'feedback-answer': feedbackAnswer,
  'message-to-child': messageToChild,
  answerphone,
  participation,
  'quarter-narrative': quarterNarrative,
  'child-message': childMessage,
  'child-safe-contact': childSafeContact,
  'child-take-part': childTakePart,
  'child-ask': childAsk,
}
