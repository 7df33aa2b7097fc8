/// Words with a capital that name things in schools and not people: "Student Council", "student Canvas accounts".
let schoolWords: Set<String> = [
  "a", "academic", "academy", "accounts", "achievement", "act", "activities", "advisory", "affairs", "agenda",
  "algebra", "american", "april", "art", "arts", "assessment", "assistance", "august", "award", "awards", "behavior",
  "biology", "board", "body", "book", "books", "calendar", "campus", "canvas", "care", "center", "chemistry",
  "choice", "chromebook", "chromebooks", "class", "classroom", "clever", "club", "coaching", "code", "college",
  "committee", "conduct", "conference", "conferences", "council", "counseling", "country", "course", "creek", "crew",
  "data", "day", "days", "december", "department", "desmos", "development", "discipline", "discourse", "district",
  "early", "education", "eighth", "elementary", "engagement", "engineering", "english", "environment", "ethics",
  "every", "exit", "fair", "family", "february", "fifth", "first", "fitness", "fourth", "french", "friday", "fridays",
  "fund", "geometry", "german", "goal", "goals", "google", "government", "grade", "grades", "growth", "guidance",
  "guide", "guided", "handbook", "health", "high", "history", "honor", "i", "id", "ids", "in", "individual",
  "information", "institute", "intervention", "ipad", "ipads", "january", "journal", "journals", "july", "june",
  "kindergarten", "lab", "language", "languages", "latin", "leadership", "learner", "learners", "learning", "led",
  "level", "levels", "lexia", "lexile", "liaison", "library", "life", "literacy", "lunch", "march", "math",
  "mathematics", "may", "mentor", "mentors", "middle", "model", "monday", "mondays", "music", "national", "need",
  "needs", "new", "newsletter", "ninth", "notebook", "november", "number", "objectives", "october", "of", "office",
  "old", "one", "outcomes", "paper", "performance", "physical", "physics", "plan", "planner", "planning", "plans",
  "portal", "portfolio", "portfolios", "primary", "profile", "profiles", "program", "progress", "project", "projects",
  "reader", "readers", "reading", "records", "recovery", "resource", "resources", "response", "roster", "rosters",
  "saturday", "schedule", "school", "schoology", "schools", "science", "second", "section", "seesaw", "september",
  "service", "services", "seventh", "sheets", "show", "sixth", "skills", "social", "spanish", "special", "state",
  "states", "studies", "study", "succeeds", "success", "summit", "sunday", "support", "supports", "survey", "surveys",
  "talk", "talks", "task", "teacher", "teachers", "teaching", "team", "teams", "tech", "technology", "tenth", "test",
  "tests", "the", "third", "three", "thursday", "thursdays", "time", "title", "tuesday", "tuesdays", "tutor",
  "tutors", "twelfth", "two", "union", "unit", "units", "university", "voice", "volunteers", "wednesday",
  "wednesdays", "week", "welfare", "wellness", "wi-fi", "wifi", "work", "works", "workshop", "world", "writers",
  "writing", "year", "zone",
]

/// The months, as in a date.
let months: Set<String> = [
  "april", "august", "december", "february", "january", "july", "june", "march", "may", "november", "october",
  "september",
]
