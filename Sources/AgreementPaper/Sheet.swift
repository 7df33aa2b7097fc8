internal import Agreement

/// Something to print or to read on a screen, apart from how it is drawn.
package struct Sheet: Sendable {
  /// The name of the page in a browser.
  let title: String
  /// A small line above the heading: the district or the school.
  let above: String?
  let heading: String
  /// What is said under the heading, the first line in larger letters.
  let lead: [Line]
  let foot: Foot
  var blocks: [Block] = []

  /// What is in the foot of every page, so that a loose page still says which text it is from.
  ///
  /// It goes into the style sheet, where nothing can be escaped as in the text, so it is made of ids, years and digits
  /// only.
  struct Foot: Sendable {
    let left: String
    /// What is said in the middle, as on a draft.
    let middle: String?

    /// Takes the id and the year of an agreement, and other such words; anything but letters, digits, spaces, hyphens
    /// and commas is left out.
    init(_ words: [String], middle: String? = nil) {
      left = words.map(Self.safe).joined(separator: ", ")
      self.middle = middle.map(Self.safe)
    }

    private static func safe(_ text: String) -> String {
      String(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == ",") })
    }
  }
}

/// A part of a sheet.
indirect enum Block: Sendable {
  case heading(String)
  case subheading(String)
  case paragraph(Line, Look = .plain)
  case list([Line], isNumbered: Bool = false)
  case table(Table)
  /// Names, each with what is said about it.
  case entries([Entry])
  /// Parts side by side, each with a subheading.
  case columns([[Block]])
  /// Parts in a frame, which nobody should miss.
  case box([Block])
  /// A warning in a frame.
  case notice(Line)
  case signers([SigningLine])
  case questions([Question])
  case steps([Step])
  /// A stretch of parts; `isTogether` keeps it on one page if that is possible.
  case section([Block], isTogether: Bool = false)
  /// The end of a sheet, in small letters.
  case end([Block])

  /// How a paragraph looks.
  enum Look: Sendable {
    case plain
    case small
    /// How teachers hear of an answer.
    case told
    /// Something that somebody does.
    case does
  }

  /// A name, and what is said about it.
  struct Entry: Sendable {
    let name: String
    let blocks: [Block]

    /// The number of characters above which a page break may split an entry; otherwise half a page would stay white.
    static let mostTogether = 900

    var isLong: Bool { blocks.reduce(0) { $0 + $1.count } > Self.mostTogether }
  }

  /// Rows of cells under headings.
  struct Table: Sendable {
    /// A column; one with a width keeps it, whatever the text.
    struct Column: Sendable {
      let title: String
      let width: Width

      init(_ title: String, _ width: Width = .rest) { (self.title, self.width) = (title, width) }

      enum Width: String, Sendable {
        case rest
        case name
        case day
      }
    }

    /// Rows that belong together, perhaps to a name that comes first.
    struct Group: Sendable {
      var name: Line?
      var rows: [[Line]]
    }

    let columns: [Column]
    let groups: [Group]

    /// The most rows of a group that stay on one page.
    static let mostTogether = 12
  }

  /// Somebody who signs, and the line for it or what was signed.
  struct SigningLine: Sendable {
    let name: String
    let role: String
    let notes: [Line]
    let hasLine: Bool
  }

  /// A question with a box to tick and room for an answer.
  struct Question: Sendable {
    let title: String
    let id: String
    let question: String
    let note: Line
    let isTicked: Bool
  }

  /// A step of a meeting, with its time.
  struct Step: Sendable {
    let time: String
    let minutes: Int?
    let title: String
    var details: [Line] = []
  }

  /// The number of characters, to tell a long part from a short one.
  var count: Int {
    switch self {
    case .heading(let text), .subheading(let text): text.count
    case .paragraph(let line, _), .notice(let line): line.count
    case .list(let lines, _): lines.reduce(0) { $0 + $1.count }
    case .box(let blocks), .section(let blocks, _), .end(let blocks): blocks.reduce(0) { $0 + $1.count }
    case .columns(let columns): columns.joined().reduce(0) { $0 + $1.count }
    case .entries(let entries): entries.flatMap(\.blocks).reduce(0) { $0 + $1.count }
    case .table(let table):
      table.groups.reduce(0) { count, group in
        group.rows.joined().reduce(count + (group.name?.count ?? 0)) { $0 + $1.count }
      }
    case .signers, .questions, .steps: 0
    }
  }
}
