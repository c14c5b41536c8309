import ArgumentParser

/// How careful staffing is.
struct CautionOptions: ParsableArguments {
  @Option(help: "Staff for this quantile of the forecast (0 to 1) instead of what is expected.")
  var quantile: Double?

  func validate() throws {
    guard quantile.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--quantile lies between 0 and 1, such as 0.8")
    }
  }
}
