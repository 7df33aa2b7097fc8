internal import Agreement
internal import ArgumentParser
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport

/// Which files hold which agreement of which school year; only the names of the files are kept.
struct AgreementIndex {
  private struct Place: Sendable {
    let input: DiffInput
    let head: AgreementHead?
    let isOld: Bool
  }

  private var places: [Place] = []

  init() {}

  /// Reads the head of each file below what some words name.
  init(_ words: [String]) throws {
    var found: [Place] = []
    InOrder.run(try DiffInput.named(words), jobs: nil) { input in
      Place(input: input, head: Self.head(of: input), isOld: true)
    } take: {
      found.append($0)
    }
    places = found
  }

  /// Adds a file of one of two sides.
  mutating func add(_ input: DiffInput, isOld: Bool) {
    places.append(Place(input: input, head: Self.head(of: input), isOld: isOld))
  }

  private static func head(of input: DiffInput) -> AgreementHead? {
    // Nearly always the first lines say it; a line cut off by the limit says nothing.
    if case .file(let path, let real) = input, let start = try? FileReader.read(path, at: real, limit: 4095),
      let end = start.lastIndex(of: UInt8(ascii: "\n")), let head = AgreementHead(Array(start[...end]), isWhole: false)
    {
      return head
    }
    // An unreadable file is reported when it is compared.
    guard let source = try? input.read() else { return nil }
    if let head = AgreementHead(source.bytes) { return head }
    // What is read from a file with errors is a guess.
    let reading = AgreementReader.read(source, catalog: input.catalog)
    guard reading.isSound, let content = reading.agreement?.content, let id = content.id.value,
      let year = content.schoolYear.value
    else { return nil }
    return AgreementHead(id: id, year: year)
  }

  /// The agreements by id, each with its school years in order.
  var editions: [(id: String, inputs: [DiffInput])] {
    var byID: [String: [(year: SchoolYear, input: DiffInput)]] = [:]
    for place in places { if let head = place.head { byID[head.id, default: []].append((head.year, place.input)) } }
    return byID.keys.sorted().map { id in
      (id, (byID[id] ?? []).sorted { $0.year < $1.year }.map(\.input))
    }
  }

  /// The school years that have agreements, the earliest first.
  var years: [SchoolYear] { Set(places.compactMap { $0.head?.year }).sorted() }

  /// The files whose id or year is unknown; each is compared with nothing, so that somebody hears of it.
  var unknown: [DiffInput] { places.filter { $0.head == nil }.map(\.input) }

  /// Refuses two files of one agreement and school year: whichever one were used, the other could hide a change.
  func refuseDoubles(id: String? = nil) throws {
    var known: [String: [String]] = [:]
    for place in places {
      guard let head = place.head, id == nil || head.id == id else { continue }
      known["\(place.isOld ? 0 : 1) \(head.id) for \(head.year)", default: []].append(place.input.name)
    }
    let doubles = known.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    guard !doubles.isEmpty else { return }
    for (agreement, names) in doubles {
      let files = Prose.list(names.sorted().map { TerminalText.escape($0) })
      Output.error("concord: more than one file is `\(agreement.dropFirst(2))`: \(files); keep one of them\n")
    }
    throw ExitCode(2)
  }

  /// The agreements of two school years, paired by id.
  func pairs(_ old: SchoolYear, _ new: SchoolYear) -> [DiffRun.Pair] {
    var byID: [String: [Place]] = [:]
    for place in places { if let id = place.head?.id { byID[id, default: []].append(place) } }
    var result: [DiffRun.Pair] = []
    for id in byID.keys.sorted() {
      let editions = byID[id] ?? []
      var pair = DiffRun.Pair(id: id)
      pair.old = editions.first { $0.head?.year == old }?.input
      pair.new = editions.first { $0.head?.year == new }?.input
      guard pair.old != nil || pair.new != nil else { continue }
      pair.earlier =
        editions.compactMap { place in place.head.map { (year: $0.year, input: place.input) } }
        .filter { $0.year < old }.sorted { $1.year < $0.year }.map(\.input)
      result.append(pair)
    }
    return result + unknown.map { DiffRun.Pair(id: "", old: $0) }
  }

  /// Gives the pairs without an old side the editions of the years before: the last one as the old side.
  func renewals(of pairs: [DiffRun.Pair]) -> [DiffRun.Pair] {
    let known = places.compactMap { place in place.head.map { (head: $0, input: place.input) } }
    let byID = Dictionary(grouping: known, by: \.head.id)
    return pairs.map { pair in
      guard let new = pair.new, let head = Self.head(of: new) else { return pair }
      let earlier = (byID[head.id] ?? []).filter { $0.head.year < head.year }.sorted { $1.head.year < $0.head.year }
      var result = pair
      result.old = earlier.first?.input
      result.earlier = earlier.dropFirst().map(\.input)
      return result
    }
  }

  /// Pairs one file with an agreement in a folder: the one with its id and school year, or else with the nearest year
  /// before it, or else the nearest after it. The rest of the folder does not matter, except for files whose id is
  /// unknown: one of them may be that agreement.
  private func pair(of single: Place) -> DiffRun.Pair? {
    guard let head = single.head else { return nil }
    let others = places.filter { $0.isOld != single.isOld && $0.head?.id == head.id }.sorted { left, right in
      guard let left = left.head?.year, let right = right.head?.year else { return false }
      return left < right
    }
    let partner =
      others.last { other in other.head.map { $0.year <= head.year } ?? false } ?? others.first
    return single.isOld
      ? DiffRun.Pair(id: head.id, old: single.input, new: partner?.input)
      : DiffRun.Pair(id: head.id, old: partner?.input, new: single.input)
  }

  /// The agreements of two sides, paired by id and school year, or by id if that leaves one on each side. `isOneFile`
  /// says that one side is a named file, so that the rest of a folder does not matter.
  func pairs(isOneFile: Bool) -> [DiffRun.Pair] {
    for isOld in isOneFile ? [true, false] : [] {
      let (side, other) = (places.filter { $0.isOld == isOld }, places.filter { $0.isOld != isOld })
      if side.count == 1, other.count > 1, let pair = pair(of: side[0]) {
        return [pair] + other.filter { $0.head == nil }.map(Self.alone)
      }
    }
    var byID: [String: (old: [Place], new: [Place])] = [:]
    for place in places {
      guard let id = place.head?.id else { continue }
      if place.isOld {
        byID[id, default: ([], [])].old.append(place)
      } else {
        byID[id, default: ([], [])].new.append(place)
      }
    }
    var result: [DiffRun.Pair] = []
    for id in byID.keys.sorted() {
      guard var (old, new) = byID[id] else { continue }
      for place in old {
        guard let index = new.firstIndex(where: { $0.head?.year == place.head?.year }) else { continue }
        result.append(DiffRun.Pair(id: id, old: place.input, new: new[index].input))
        new.remove(at: index)
        old.removeAll { $0.head?.year == place.head?.year }
      }
      if old.count == 1, new.count == 1 {
        result.append(DiffRun.Pair(id: id, old: old[0].input, new: new[0].input))
      } else {
        result += old.map { DiffRun.Pair(id: id, old: $0.input) } + new.map { DiffRun.Pair(id: id, new: $0.input) }
      }
    }
    return result
      + places.filter { $0.head == nil }.map(Self.alone)
  }

  private static func alone(_ place: Place) -> DiffRun.Pair {
    place.isOld ? DiffRun.Pair(id: "", old: place.input) : DiffRun.Pair(id: "", new: place.input)
  }
}
