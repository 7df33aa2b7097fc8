public import Diagnostics

/// What a rule keeps back, every other one keeps back, too: one line can have several findings.
public enum Withholding {
  /// Withholds what is found, or noted, on a line whose text is withheld, by one of the findings or by one of others in the file.
  public static func spread(_ findings: [Finding], beside others: [Finding] = [], in source: SourceFile) -> [Finding] {
    let withheld = (findings + others).filter(\.isWithheld)
    guard !withheld.isEmpty, findings.count + others.count > 1 else { return findings }
    let lines = LineIndex(source.bytes, from: source.byteOrderMarkCount)
    let hidden = Spans(withheld.map { lines.lines(of: $0.diagnostic.range) })
    let isPrivate = Spans(withheld.filter(\.isPrivate).map { lines.lines(of: $0.diagnostic.range) })
    return findings.map { finding in
      guard !finding.isPrivate else { return finding }
      var finding = finding
      let places = [finding.diagnostic.range] + finding.diagnostic.notes.filter { $0.file == nil }.map(\.range)
      let spans = places.map(lines.lines)
      finding.isPrivate = spans.contains(where: isPrivate.overlap)
      finding.isWithheld = finding.isWithheld || finding.isPrivate || spans.contains(where: hidden.overlap)
      return finding
    }
  }

  /// Stretches of lines, joined where they touch, so that each question is one search.
  private struct Spans {
    private var spans: [ClosedRange<Int>] = []

    init(_ all: [ClosedRange<Int>]) {
      for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = spans.last, span.lowerBound <= last.upperBound {
          spans[spans.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
        } else {
          spans.append(span)
        }
      }
    }

    func overlap(_ span: ClosedRange<Int>) -> Bool {
      var low = 0
      var high = spans.count
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].upperBound < span.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low < spans.count && spans[low].lowerBound <= span.upperBound
    }
  }
}
