import RealModule

/// The natural logarithm; minus infinity of 0.
package func log(_ x: Double) -> Double { Double.log(x) }

/// e to the power of `x`.
package func exp(_ x: Double) -> Double { Double.exp(x) }

/// `base` to the power of `exponent`, for a base that is not negative.
package func pow(_ base: Double, _ exponent: Double) -> Double { Double.pow(base, exponent) }

/// The sine of an angle in radians.
package func sin(_ angle: Double) -> Double { Double.sin(angle) }

/// The cosine of an angle in radians.
package func cos(_ angle: Double) -> Double { Double.cos(angle) }
