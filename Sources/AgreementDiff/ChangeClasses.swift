extension ChangeClass {
  static let absencePolicyChanged = ChangeClass(
    "absence-policy-changed", mirror: nil, .meetings, "rule for absences changed",
    "What happens when someone cannot come to a meeting has changed, or is no longer said.")
  static let absencePolicyReworded = ChangeClass(
    "absence-policy-reworded", mirror: nil, .wording, "rule for absences in other words",
    "What happens when someone cannot come to a meeting is said in other words.")
  static let accessClosed = ChangeClass(
    "access-closed", mirror: "access-opened", .access, "classrooms less open",
    "Rooms that were open now need an invitation, or fewer rooms are open, as far as the words show.")
  static let accessOpened = ChangeClass(
    "access-opened", mirror: "access-closed", .access, "classrooms more open",
    "Rooms that needed an invitation are now open, or more rooms are open, as far as the words show.")
  static let agreementEnded = ChangeClass(
    "agreement-ended", mirror: "agreement-new", .dropped, "agreement ended",
    "There was an agreement, and now there is none with the same id.")
  static let agreementNew = ChangeClass(
    "agreement-new", mirror: "agreement-ended", .new, "new agreement",
    "There is an agreement, and before there was none with the same id.")
  static let amended = ChangeClass(
    "amended", mirror: nil, .frame, "changed after signing",
    "The day of the last change after signing is different. Only within one school year.")
  static let budgetCut = ChangeClass(
    "budget-cut", mirror: "budget-raised", .weakened, "less money",
    "A budget names a smaller amount.")
  static let budgetGained = ChangeClass(
    "budget-gained", mirror: "budget-lost", .new, "money gained",
    "There was no money, and now there is an amount.")
  static let budgetLost = ChangeClass(
    "budget-lost", mirror: "budget-gained", .dropped, "money lost",
    "There was an amount, and now there is no money.")
  static let budgetRaised = ChangeClass(
    "budget-raised", mirror: "budget-cut", .strengthened, "more money",
    "A budget names a larger amount.")
  static let campusAdded = ChangeClass(
    "campus-added", mirror: "campus-dropped", .people, "campus added",
    "The agreement covers one more school.")
  static let campusChanged = ChangeClass(
    "campus-changed", mirror: nil, .people, "campus with another name, number or id",
    "A school has a different name, number or id.")
  static let campusDaysMoved = ChangeClass(
    "campus-days-moved", mirror: nil, .changed, "days on campus moved",
    "The coach is at the campuses on different days.")
  static let campusDropped = ChangeClass(
    "campus-dropped", mirror: "campus-added", .people, "campus dropped",
    "The agreement no longer covers a school.")
  static let cancelPolicyChanged = ChangeClass(
    "cancel-policy-changed", mirror: nil, .meetings, "rule for canceled meetings changed",
    "What happens to a canceled meeting has changed, or is no longer said.")
  static let cancelPolicyReworded = ChangeClass(
    "cancel-policy-reworded", mirror: nil, .wording, "rule for canceled meetings in other words",
    "What happens to a canceled meeting is said in other words.")
  static let challengeAdded = ChangeClass(
    "challenge-added", mirror: "challenge-dropped", .focus, "challenge named",
    "A challenge is named that was not named before.")
  static let challengeChanged = ChangeClass(
    "challenge-changed", mirror: nil, .focus, "challenge changed",
    "A challenge says something different.")
  static let challengeDropped = ChangeClass(
    "challenge-dropped", mirror: "challenge-added", .focus, "challenge no longer named",
    "A challenge is no longer named.")
  static let challengeRecurring = ChangeClass(
    "challenge-recurring", mirror: nil, .standing, "same challenge as before",
    "The same challenge is named in both school years.")
  static let challengeReworded = ChangeClass(
    "challenge-reworded", mirror: nil, .wording, "challenge in other words",
    "A challenge is named in other words that mean the same.")
  static let commitmentAdded = ChangeClass(
    "commitment-added", mirror: "commitment-dropped", .new, "new commitment",
    "Someone makes a promise that nobody made before.")
  static let commitmentAdopted = ChangeClass(
    "commitment-adopted", mirror: "commitment-orphaned", .handed, "commitment whose owner is back",
    "Its owner had left and is back.")
  static let commitmentChanged = ChangeClass(
    "commitment-changed", mirror: nil, .changed, "commitment changed",
    "It asks for something different, neither clearly less nor clearly more.")
  static let commitmentDropped = ChangeClass(
    "commitment-dropped", mirror: "commitment-added", .dropped, "commitment dropped",
    "A promise is no longer in the agreement.")
  static let commitmentDueMoved = ChangeClass(
    "commitment-due-moved", mirror: nil, .changed, "commitment due on another date",
    "It is due earlier or later, counted from the start of the school year. A difference of a week or less does not count."
  )
  static let commitmentHandedOn = ChangeClass(
    "commitment-handed-on", mirror: nil, .handed, "commitment handed to someone else",
    "Someone else does it now.")
  static let commitmentMerged = ChangeClass(
    "commitment-merged", mirror: "commitment-split", .changed, "commitment merged into another",
    "What was a promise by itself is now part of another one.")
  static let commitmentMoved = ChangeClass(
    "commitment-moved", mirror: nil, .changed, "commitment moved to another topic",
    "It is now under another topic.")
  static let commitmentOrphaned = ChangeClass(
    "commitment-orphaned", mirror: "commitment-adopted", .dropped, "commitment whose owner left",
    "Its owner left, and nobody took it over.")
  static let commitmentOwnerLess = ChangeClass(
    "commitment-owner-less", mirror: "commitment-owner-more", .handed, "commitment with fewer owners",
    "Someone no longer shares it. The others who own it still do.")
  static let commitmentOwnerMore = ChangeClass(
    "commitment-owner-more", mirror: "commitment-owner-less", .handed, "commitment with more owners",
    "Someone now shares it with those who owned it before.")
  static let commitmentReworded = ChangeClass(
    "commitment-reworded", mirror: nil, .wording, "commitment in other words",
    "It makes the same promise in other words: another article, another order, a word with the same meaning.")
  static let commitmentSplit = ChangeClass(
    "commitment-split", mirror: "commitment-merged", .changed, "commitment split in two",
    "What was part of another promise is now one by itself.")
  static let commitmentStrengthened = ChangeClass(
    "commitment-strengthened", mirror: "commitment-weakened", .strengthened, "commitment strengthened",
    "It promises more: \"try to\" became \"will\", monthly became weekly, a number went up, a date was added, or a hedge was removed."
  )
  static let commitmentWeakened = ChangeClass(
    "commitment-weakened", mirror: "commitment-strengthened", .weakened, "commitment weakened",
    "It promises less: \"will\" became \"try to\", weekly became monthly, a number went down, a date was lost, or a hedge was added."
  )
  static let concernsChanged = ChangeClass(
    "concerns-changed", mirror: nil, .people, "key concerns changed",
    "A person's key concerns are different topics.")
  static let confidentialityNarrowed = ChangeClass(
    "confidentiality-narrowed", mirror: "confidentiality-widened", .confidentiality, "confidentiality: less is told",
    "Less is shared with administrators, more stays private, or there are fewer exceptions.")
  static let confidentialityReworded = ChangeClass(
    "confidentiality-reworded", mirror: nil, .confidentiality, "confidentiality: worded differently",
    "What is shared, private or an exception is said in other words. Read both.")
  static let confidentialityWidened = ChangeClass(
    "confidentiality-widened", mirror: "confidentiality-narrowed", .confidentiality, "confidentiality: more is told",
    "More is shared with administrators, less stays private, or there are more exceptions.")
  static let conversationChanged = ChangeClass(
    "conversation-changed", mirror: nil, .frame, "conversation led or noted differently",
    "Someone else led the conversation or took the notes. Within one school year, also: it has another date, or others were absent."
  )
  static let draftingChanged = ChangeClass(
    "drafting-changed", mirror: nil, .frame, "plan for writing and signing changed",
    "Who writes the agreement, or how it is read and signed, changed.")
  static let invitationsChanged = ChangeClass(
    "invitations-changed", mirror: nil, .meetings, "meeting invitations changed hands",
    "Someone else sends the invitations now, or nobody does.")
  static let meetingAdded = ChangeClass(
    "meeting-added", mirror: "meeting-dropped", .new, "new meeting",
    "A meeting was added to the schedule.")
  static let meetingChanged = ChangeClass(
    "meeting-changed", mirror: nil, .meetings, "meeting changed",
    "A meeting has a different day, time, length, place, name or kind.")
  static let meetingDropped = ChangeClass(
    "meeting-dropped", mirror: "meeting-added", .dropped, "meeting dropped",
    "A meeting is no longer on the schedule.")
  static let meetingsLessOften = ChangeClass(
    "meetings-less-often", mirror: "meetings-more-often", .weakened, "meeting less often",
    "A regular meeting takes place less often.")
  static let meetingsMoreOften = ChangeClass(
    "meetings-more-often", mirror: "meetings-less-often", .strengthened, "meeting more often",
    "A regular meeting takes place more often.")
  static let normAdded = ChangeClass(
    "norm-added", mirror: "norm-dropped", .norms, "norm added",
    "There is a new norm.")
  static let normChanged = ChangeClass(
    "norm-changed", mirror: nil, .norms, "norm changed",
    "A norm no longer says the same thing: words that carry meaning were added or removed.")
  static let normDropped = ChangeClass(
    "norm-dropped", mirror: "norm-added", .norms, "norm dropped",
    "A norm is no longer in the agreement.")
  static let normMerged = ChangeClass(
    "norm-merged", mirror: "norm-split", .norms, "norm merged into another",
    "What was a norm by itself is now part of another one.")
  static let normReworded = ChangeClass(
    "norm-reworded", mirror: nil, .wording, "norm in other words",
    "A norm says the same in other words.")
  static let normSplit = ChangeClass(
    "norm-split", mirror: "norm-merged", .norms, "norm split in two",
    "What was part of another norm is now one by itself.")
  static let otherAdded = ChangeClass(
    "other-added", mirror: "other-dropped", .people, "someone else named",
    "A person or group is newly named who is not part of the conversation and does not sign.")
  static let otherChanged = ChangeClass(
    "other-changed", mirror: nil, .people, "someone else named differently",
    "A person or group who does not sign has a different name, id or description.")
  static let otherDropped = ChangeClass(
    "other-dropped", mirror: "other-added", .people, "someone else no longer named",
    "A person or group who does not sign is no longer named.")
  static let personCampusChanged = ChangeClass(
    "person-campus-changed", mirror: nil, .people, "other campuses or another share of time",
    "A person works at different campuses, divides the time differently, or does other work elsewhere.")
  static let personChanged = ChangeClass(
    "person-changed", mirror: nil, .people, "name, title or id changed",
    "A person has a different name, title or id. Within one school year, also: a different day of joining or leaving.")
  static let personJoined = ChangeClass(
    "person-joined", mirror: "person-left", .people, "person joined",
    "A person is new to the agreement.")
  static let personLeft = ChangeClass(
    "person-left", mirror: "person-joined", .people, "person left",
    "A person is no longer part of the agreement.")
  static let personRoleChanged = ChangeClass(
    "person-role-changed", mirror: nil, .people, "position changed",
    "A person has a different position in the partnership, such as principal or coach.")
  static let purposeAdded = ChangeClass(
    "purpose-added", mirror: "purpose-dropped", .frame, "purpose of the conversation added",
    "The conversation has a new purpose.")
  static let purposeChanged = ChangeClass(
    "purpose-changed", mirror: nil, .frame, "purpose of the conversation changed",
    "A purpose of the conversation says something different.")
  static let purposeDropped = ChangeClass(
    "purpose-dropped", mirror: "purpose-added", .frame, "purpose of the conversation dropped",
    "The conversation no longer has one of its purposes.")
  static let purposeReworded = ChangeClass(
    "purpose-reworded", mirror: nil, .wording, "purpose of the conversation in other words",
    "A purpose of the conversation says the same thing in other words.")
  static let resultAdded = ChangeClass(
    "result-added", mirror: "result-dropped", .focus, "new expected result",
    "A new result is expected.")
  static let resultChanged = ChangeClass(
    "result-changed", mirror: nil, .focus, "expected result changed",
    "An expected result says something different.")
  static let resultDropped = ChangeClass(
    "result-dropped", mirror: "result-added", .focus, "expected result dropped",
    "A result is no longer expected.")
  static let resultReworded = ChangeClass(
    "result-reworded", mirror: nil, .wording, "expected result in other words",
    "An expected result says the same thing in other words.")
  static let reviewAdded = ChangeClass(
    "review-added", mirror: "review-dropped", .new, "new review of the priorities",
    "A review of the priorities was added to the schedule.")
  static let reviewDropped = ChangeClass(
    "review-dropped", mirror: "review-added", .dropped, "review of the priorities lost",
    "A review of the priorities is no longer on the schedule.")
  static let roleAdded = ChangeClass(
    "role-added", mirror: "role-dropped", .focus, "new coaching role",
    "The coach has a role that was not in the focus.")
  static let roleChanged = ChangeClass(
    "role-changed", mirror: nil, .focus, "coaching role described differently",
    "What a role of the coach means here has changed.")
  static let roleDocumentAdded = ChangeClass(
    "role-document-added", mirror: "role-document-dropped", .frame, "document on the coach's roles added",
    "The agreement names another document on the coach's roles.")
  static let roleDocumentChanged = ChangeClass(
    "role-document-changed", mirror: nil, .frame, "document on the coach's roles changed",
    "The agreement now names a different document on the coach's roles, or a different part of it.")
  static let roleDocumentDropped = ChangeClass(
    "role-document-dropped", mirror: "role-document-added", .frame, "document on the coach's roles dropped",
    "The agreement no longer names a document on the coach's roles.")
  static let roleDocumentReworded = ChangeClass(
    "role-document-reworded", mirror: nil, .wording, "document on the coach's roles in other words",
    "A document on the coach's roles is named in other words.")
  static let roleDropped = ChangeClass(
    "role-dropped", mirror: "role-added", .focus, "coaching role dropped",
    "A role of the coach is no longer in the focus.")
  static let roleReworded = ChangeClass(
    "role-reworded", mirror: nil, .wording, "coaching role in other words",
    "What a role of the coach means here is said in other words.")
  static let sectionNoLongerSetAside = ChangeClass(
    "section-no-longer-set-aside", mirror: "section-set-aside", .new, "section no longer marked not relevant",
    "A whole section was marked not relevant, and no longer is.")
  static let sectionReasonChanged = ChangeClass(
    "section-reason-changed", mirror: nil, .changed, "section not relevant for another reason",
    "A whole section is marked not relevant on both sides, for different reasons.")
  static let sectionSetAside = ChangeClass(
    "section-set-aside", mirror: "section-no-longer-set-aside", .dropped, "section marked not relevant",
    "A whole section is now marked not relevant. If one of its topics had an answer, that is a change of its own.")
  static let signatureAdded = ChangeClass(
    "signature-added", mirror: "signature-removed", .frame, "signed",
    "A person signed. Only within one school year.")
  static let signatureChanged = ChangeClass(
    "signature-changed", mirror: nil, .frame, "signed again",
    "A person signed another text, on another day or in another way. Only within one school year.")
  static let signatureRemoved = ChangeClass(
    "signature-removed", mirror: "signature-added", .frame, "signature removed",
    "A person's signature is gone or withdrawn. Only within one school year.")
  static let statusChanged = ChangeClass(
    "status-changed", mirror: nil, .frame, "status changed",
    "A draft became an agreement, or the other way around. Only within one school year.")
  static let strengthAdded = ChangeClass(
    "strength-added", mirror: "strength-dropped", .focus, "strength named",
    "A strength is named that was not named before.")
  static let strengthChanged = ChangeClass(
    "strength-changed", mirror: nil, .focus, "strength changed",
    "A strength says something different.")
  static let strengthDropped = ChangeClass(
    "strength-dropped", mirror: "strength-added", .focus, "strength no longer named",
    "A strength is no longer named.")
  static let strengthReworded = ChangeClass(
    "strength-reworded", mirror: nil, .wording, "strength in other words",
    "A strength is named in other words that mean the same.")
  static let takingPartOptional = ChangeClass(
    "taking-part-optional", mirror: "taking-part-required", .access, "taking part is more of a choice",
    "What teachers had to take part in is now their choice, or more of it is, as far as the words show.")
  static let takingPartRequired = ChangeClass(
    "taking-part-required", mirror: "taking-part-optional", .access, "taking part is more of a duty",
    "What was the teachers' choice is now required, or more of it is, as far as the words show.")
  static let teacherNamingChanged = ChangeClass(
    "teacher-naming-changed", mirror: nil, .confidentiality, "naming of teachers changed",
    "What the agreement says about naming teachers is in other words. Read both.")
  static let tellingAdded = ChangeClass(
    "telling-added", mirror: "telling-dropped", .new, "now said: how teachers are told",
    "The agreement now says how teachers hear about a topic.")
  static let tellingChanged = ChangeClass(
    "telling-changed", mirror: nil, .changed, "teachers are told in another way",
    "Teachers hear about a topic in another way.")
  static let tellingDropped = ChangeClass(
    "telling-dropped", mirror: "telling-added", .dropped, "no longer said: how teachers are told",
    "The agreement no longer says how teachers hear about a topic.")
  static let tellingReworded = ChangeClass(
    "telling-reworded", mirror: nil, .wording, "how teachers are told, in other words",
    "How teachers hear about a topic is said in other words.")
  static let textInherited = ChangeClass(
    "text-inherited", mirror: "text-left-behind", .standing, "new principal has not signed what was carried on",
    "A new principal has not signed text that was carried over, so nobody in that office has agreed to it again."
  )
  static let textLeftBehind = ChangeClass(
    "text-left-behind", mirror: "text-inherited", .standing, "former principal had not signed what was carried on",
    "A principal who is gone had not signed text that was carried over.")
  static let topicAnswered = ChangeClass(
    "topic-answered", mirror: "topic-unanswered", .new, "new answer",
    "A topic that had no answer has one now.")
  static let topicCarried = ChangeClass(
    "topic-carried", mirror: "topic-confirmed", .changed, "answer copied and not agreed yet",
    "An answer is marked as last year's, still to be agreed again. Only within one school year.")
  static let topicChanged = ChangeClass(
    "topic-changed", mirror: nil, .changed, "answer changed",
    "The answer to a topic says something different.")
  static let topicConfirmed = ChangeClass(
    "topic-confirmed", mirror: "topic-carried", .changed, "copied answer agreed",
    "An answer that was carried over has been agreed. Only within one school year.")
  static let topicNoLongerOpen = ChangeClass(
    "topic-no-longer-open", mirror: "topic-opened", .new, "no longer left open",
    "A topic that was left open is no longer open.")
  static let topicNoLongerSetAside = ChangeClass(
    "topic-no-longer-set-aside", mirror: "topic-set-aside", .new, "no longer marked not relevant",
    "A topic is no longer marked not relevant.")
  static let topicNotesChanged = ChangeClass(
    "topic-notes-changed", mirror: nil, .frame, "notes changed",
    "The notes next to an answer have changed.")
  static let topicOpened = ChangeClass(
    "topic-opened", mirror: "topic-no-longer-open", .dropped, "left open",
    "A topic is left open, to be settled later. If it had an answer, that answer is gone for now.")
  static let topicReworded = ChangeClass(
    "topic-reworded", mirror: nil, .wording, "answer in other words",
    "The answer to a topic says the same thing in other words.")
  static let topicSetAside = ChangeClass(
    "topic-set-aside", mirror: "topic-no-longer-set-aside", .dropped, "marked not relevant",
    "A topic is now marked not relevant.")
  static let topicStillOpen = ChangeClass(
    "topic-still-open", mirror: nil, .standing, "still left open",
    "A topic is open in both school years.")
  static let topicStrengthened = ChangeClass(
    "topic-strengthened", mirror: "topic-weakened", .strengthened, "answer strengthened",
    "The answer to a topic promises more.")
  static let topicUnanswered = ChangeClass(
    "topic-unanswered", mirror: "topic-answered", .dropped, "answer dropped",
    "A topic that had an answer has none now.")
  static let topicWeakened = ChangeClass(
    "topic-weakened", mirror: "topic-strengthened", .weakened, "answer weakened",
    "The answer to a topic promises less: a hedge, \"may\" instead of \"will\", less often.")
  static let yearChanged = ChangeClass(
    "year-changed", mirror: nil, .frame, "dates or id of the agreement changed",
    "The first or last day of the year, or the id of the agreement, has changed. Within one school year, also: the year itself."
  )
}
