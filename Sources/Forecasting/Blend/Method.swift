/// The ways to forecast that are blended, by the name that a planner reads.
enum Method: String, CaseIterable, Hashable, Sendable {
  case level
  case smoothing
  case steadySmoothing = "smoothing without season"
  case trees
  case seasonalTrees = "trees on the season"
  case average = "average of six weeks"
  case autoregression
  case meanRate = "mean of sparse contacts"
}
