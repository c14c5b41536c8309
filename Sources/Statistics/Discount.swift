import RealModule

/// The weight of something old: 1 for age 0, a half after each half-life.
package func discount(age: Double, halfLife: Double) -> Double {
  precondition(halfLife > 0, "a half-life is positive")
  return Double.exp2(-age / halfLife)
}
