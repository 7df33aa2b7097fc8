extension Lexicon {
  /// What the word rules need to know about a word, as lists.
  static let lists: [(traits: Word.Traits, words: [String])] = [
    (
      [.title, .abbreviation, .beforeName],
      [
        "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "señor", "señora", "señorita",
      ]
    ),
    (
      .abbreviation,
      [
        "emp", "ext", "no", "nr", "st", "vs",
      ]
    ),
    (
      [.article, .beforeSubstitute],
      [
        "a", "all", "an", "another", "any", "assistant", "both", "each", "every", "her", "his",
        "instructional", "its", "new", "our", "some", "that", "the", "their", "these", "this", "those",
      ]
    ),
    (
      .function,
      [
        "a", "after", "all", "also", "an", "and", "are", "as", "at", "because", "before", "but", "by", "can", "during",
        "each", "every", "for", "from", "had", "has", "have", "if", "in", "instead", "into", "is", "like", "may",
        "must", "of", "off", "on", "once", "or", "should", "since", "so", "still", "that", "the", "then", "through",
        "to", "twice", "until", "up", "was", "were", "when", "whenever", "where", "which", "while", "who", "will",
        "with", "without", "would",
      ]
    ),
    (
      .time,
      [
        "afternoon", "daily", "friday", "fridays", "monday", "mondays", "morning", "thursday", "thursdays",
        "tuesday", "tuesdays", "wednesday", "wednesdays", "weekly",
      ]
    ),
    (
      .somebody,
      [
        "admin", "administration", "administrator", "administrators", "aide", "aides", "anybody", "anyone", "ap",
        "aps", "assistants", "chair", "chairs", "clerk", "colleague", "colleagues", "committee", "coordinator",
        "coordinators", "counselor", "counselors", "department", "district", "everybody", "everyone",
        "interventionist", "leader", "leaders", "librarian", "mentor", "mentors", "nobody", "nurse", "office",
        "paraprofessional", "paraprofessionals", "parent", "parents", "people", "principal", "principals", "school",
        "secretary", "somebody", "someone", "specialist", "specialists", "staff", "student", "students", "supervisor",
        "teacher", "teachers", "team", "teams", "they", "volunteer", "volunteers", "we", "who", "whoever", "you",
      ]
    ),
    (
      .substitute,
      [
        "sub", "subs", "substitute", "substitutes",
      ]
    ),
    (
      .beforeSubstitute,
      [
        "long-term", "no",
      ]
    ),
    (
      .beforeName,
      [
        "coach"
      ]
    ),
    (
      .preposition,
      [
        "about", "across", "at", "beside", "besides", "between", "by", "for", "from", "in", "like", "near",
        "of", "on", "than", "to", "toward", "towards", "unlike", "via", "with", "without",
      ]
    ),
    (
      .help,
      [
        "assist", "assists", "help", "helps", "join", "joins",
      ]
    ),
    (
      .leadingToVerb,
      [
        "also", "always", "and", "are", "be", "been", "being", "can", "could", "does", "gets", "gladly", "help",
        "helps", "is", "just", "may", "might", "must", "now", "occasionally", "often", "only", "or", "personally",
        "regularly", "shall", "should", "sometimes", "still", "then", "to", "usually", "will", "would",
      ]
    ),
    (
      .denial,
      [
        "avoid", "avoids", "believe", "believes", "cannot", "except", "excused", "exempt", "fear", "fears", "free",
        "if", "impression", "instead", "misunderstanding", "myth", "myths", "neither", "never", "no", "nobody", "none",
        "nor", "not", "nothing", "out", "protected", "rather", "refuses", "relieved", "rumor", "rumors", "think",
        "thinks", "unless", "whether", "without", "worries", "worry",
      ]
    ),
    (
      .school,
      [
        "a", "academic", "academy", "accounts", "achievement", "act", "activities", "advisory", "affairs", "agenda",
        "algebra", "american", "april", "art", "arts", "assessment", "assistance", "august", "award", "awards",
        "behavior", "biology", "board", "body", "book", "books", "calendar", "campus", "canvas", "care", "center",
        "chemistry", "choice", "chromebook", "chromebooks", "class", "classroom", "clever", "club", "coaching", "code",
        "college", "committee", "conduct", "conference", "conferences", "council", "counseling", "country", "course",
        "creek", "crew", "data", "day", "days", "december", "department", "desmos", "development", "discipline",
        "discourse", "district", "early", "education", "eighth", "elementary", "engagement", "engineering", "english",
        "environment", "ethics", "every", "exit", "fair", "family", "february", "fifth", "first", "fitness", "fourth",
        "french", "friday", "fridays", "fund", "geometry", "german", "goal", "goals", "google", "government", "grade",
        "grades", "growth", "guidance", "guide", "guided", "handbook", "health", "high", "history", "honor", "i", "id",
        "ids", "in", "individual", "information", "institute", "intervention", "ipad", "ipads", "january", "journal",
        "journals", "july", "june", "kindergarten", "lab", "language", "languages", "latin", "leadership", "learner",
        "learners", "learning", "led", "level", "levels", "lexia", "lexile", "liaison", "library", "life", "literacy",
        "lunch", "march", "math", "mathematics", "may", "mentor", "mentors", "middle", "model", "monday", "mondays",
        "music", "national", "need", "needs", "new", "newsletter", "ninth", "notebook", "november", "number",
        "objectives", "october", "of", "office", "old", "one", "outcomes", "paper", "performance", "physical",
        "physics", "plan", "planner", "planning", "plans", "portal", "portfolio", "portfolios", "primary", "profile",
        "profiles", "program", "progress", "project", "projects", "reader", "readers", "reading", "records",
        "recovery", "resource", "resources", "response", "roster", "rosters", "saturday", "schedule", "school",
        "schoology", "schools", "science", "second", "section", "seesaw", "september", "service", "services",
        "seventh", "sheets", "show", "sixth", "skills", "social", "spanish", "special", "state", "states", "studies",
        "study", "succeeds", "success", "summit", "sunday", "support", "supports", "survey", "surveys", "talk",
        "talks", "task", "teacher", "teachers", "teaching", "team", "teams", "tech", "technology", "tenth", "test",
        "tests", "the", "third", "three", "thursday", "thursdays", "time", "title", "tuesday", "tuesdays", "tutor",
        "tutors", "twelfth", "two", "union", "unit", "units", "university", "voice", "volunteers", "wednesday",
        "wednesdays", "week", "welfare", "wellness", "wi-fi", "wifi", "work", "works", "workshop", "world", "writers",
        "writing", "year", "zone",
      ]
    ),
    (
      .month,
      [
        "april", "august", "december", "february", "january", "july", "june", "march", "may", "november",
        "october", "september",
      ]
    ),
  ]
}
