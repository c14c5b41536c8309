package import Testing

/// Runs a law for every seed; a failing case names its seed, which alone repeats it.
///
/// The body gets the seed itself: make a `Generator` of it, or use it as data.
package func forEvery(
  seed seeds: Range<UInt64>, sourceLocation: SourceLocation = #_sourceLocation,
  _ law: (UInt64) throws -> Bool
) rethrows {
  for seed in seeds {
    guard try law(seed) else {
      Issue.record("the law fails for seed \(seed)", sourceLocation: sourceLocation)
      return
    }
  }
}
