package import Workforce

/// Why no forecast could be made.
package enum ForecastFault: Error, Hashable, Sendable {
  /// These queues have no usable observation before the first moment to forecast.
  case noHistory(queues: [Queue.ID])
}

extension ForecastFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noHistory(let queues):
      let names = queues.map { "\"\($0)\"" }.joined(separator: ", ")
      let subject =
        queues.count == 1 ? "the queue \(names) has" : "the queues \(names) have"
      let object = queues.count == 1 ? "it" : "them"
      let borrower = queues.count == 1 ? "it" : "each"
      return """
        \(subject) no history before the time to forecast; bring it with \
        nobat import FILE --map ..., let \(borrower) borrow one with like and contacts-per-week in \
        queues.yaml, or remove \(object) from there
        """
    }
  }
}
