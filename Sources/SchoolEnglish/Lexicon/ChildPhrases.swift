/// A child who can be identified, without the word "student" followed by a name.
extension Phrases {
  /// What is said of one child, who does not have to be named.
  package static let children = Phrases(
    [
      "@child * with|has|whose|on|who|having|is ** @condition", "@condition|blind * @child",
      "@child * in|from * @title NAME", "@child * in|from|of * room|homeroom #",
      "@child * whose|who ** parents|father|mother|mom|dad|family|brother|sister|jail|divorcing|divorced|died|custody|arrested|evicted",
      "grader|fifth-grader|first-grader|second-grader|third-grader|fourth-grader|kindergartner with|whose|who ** @condition|parents|father|mother|mom|dad|family|jail|divorcing|divorced|custody|suspended|arrested|repeats|repeated|hit|bit",
      "two|three|four|both|our boys|girls|kids|children|twins in|from * @title NAME class|room|homeroom with|on|who|whose",
      "two|three|four|both boys|girls|kids|children|students in|from|of room|homeroom # with|on|who|whose ** @condition|plans",
      "one student|child|boy|girl|kid * arrival|newcomer|refugee from",
      "one of * kids|students|children|pupils NAME", "twins with|in|from|whose",
      "twins|siblings|brothers|sisters NAME and NAME", "@child * called|named NAME",
    ], classes: classes)

  /// What is said only of children, after a name that is not a declared person's.
  package static let marksOfChildren = Phrases(
    [
      "a 504|sped|iep|ell|el|gifted|foster|homeless|retained|special * student|child|kid|boy|girl|pupil|grader",
      "a * student|pupil|kid|boy|girl|grader|fifth-grader|fourth-grader|third-grader|second-grader|first-grader|freshman|sophomore|kindergartner",
      "reads|reading|read|is * below|above|at|on|two|one|three * grade|level|years|kindergarten|first-grade|second-grade|third-grade",
      "is * reading at", "scored|scores|got|earned|made # ", "moved|went|dropped|slipped|rose * from * to",
      "is|was|has|takes|on|needs ** @condition|medication|meds|glasses|aide|evaluation|accommodations",
      "ell|el|esl|tier|lexile level|#",
      "in * @title NAME class|room|homeroom|period",
      "failed|failing * math|reading|algebra|english|class|grade|star|staar|everything",
      "cries|hits|bites|runs|bolts|melts|throws|screams|hides|wets * away|in|at|down|others|chairs|things|every|out",
      "suspended|retained|expelled|absent|tardy|truant|homeless",
    ], classes: classes)

  /// What is said of children but not of their teachers, after a first name.
  package static let marksOfFirstNames = Phrases(
    [
      "with|at|got|has|earned|made|had # percent|points|correct|right", "scored|scores|averaged #", "with|got # $",
      "is|are|was|were|still|scored|scores|tested|tests|reads|reading|performs * below|above|under|behind * basic|grade|benchmark|proficient",
      "cannot|can't|couldn't|still * read|count|decode|spell|multiply|subtract|rhyme $",
      "cannot|can't|couldn't|not|doesn't * read|count|spell yet|alone",
      "moved|moves|goes|went|stays|belongs|now|placed|dropped|drops|gets|needs|receives|is|are|was|were * tier # $",
      "moved|moves|goes|went|stays|belongs|now|placed|dropped|drops|gets|needs|receives|is|are|was|were * tier one|two|three $",
      "is|are|was|turns|turned|aged|age # $", "years|year old",
      "our|two|three|my|both lowest|weakest|highest|slowest|strugglers $",
      "reads|read * at|like|below|on * level|grade|grader", "reads|read at|like|below #",
      "got|has|earned|gets|made|with d|f in|on|for",
      "in|from * grade|kindergarten|room|class|homeroom * failing|failed|fails|retained|suspended|bit|bites|cries|hit|hits",
      "missed|misses # days|lessons of|in|from school|class|row|math|reading", "speaks|speak no|little|only english",
      "bit|bites|hit|hits|kicked|kicks|pushed|pushes|scratched|slapped teacher|student|another|child|classmate|aide|friend|peers|kids|boy|girl",
    ], classes: classes)

  private static let classes: KeyValuePairs<StaticString, [StaticString]> = [
    "child": ["boy", "girl", "child", "kid", "pupil", "student", "twin", "freshman", "sophomore", "grader"],
    "title": ["mr", "mrs", "ms", "miss", "mx", "dr", "señor", "señora"],
    "condition": [
      "epilepsy", "seizures", "autism", "autistic", "adhd", "diabetes", "diabetic", "asthma", "dyslexia", "deaf",
      "deafness",
      "blind", "wheelchair", "foster", "disability", "cancer", "depression", "anxiety", "bipolar", "tourette",
      "medication",
      "feeding", "allergy", "leukemia", "trauma", "homeless", "undocumented", "pregnant", "selectively-mute", "stutter",
      "bip",
      "aide", "504", "iep",
    ],
  ]
}
