/// How patient a push is.
package struct Limits: Hashable, Sendable {
  /// The longest wait for a connection.
  package var connecting: Duration = .seconds(10)
  /// The longest time of one request from its beginning to the end of its answer.
  package var request: Duration = .seconds(30)
  /// The pauses between the tries of a request, so one fewer than there are tries.
  package var pauses: [Duration] = [.seconds(1), .seconds(4), .seconds(10)]
  /// The longest pause that a server may ask for instead (RFC 9110, 10.2.3).
  package var longestPause: Duration = .seconds(60)
  /// The most bytes of an answer that are taken in.
  package var answerSize = 32 << 20
  /// How often the server's listing is compared with what should be there, the last time to verify.
  package var rounds = 4
  /// How many events in a row the server may refuse with a fault of its own before the push ends.
  package var faultsInRow = 3

  package init() {}
}
