import Workforce

/// The whole report as one HTML file that needs nothing else: no script, style, font or picture from
/// elsewhere.
package func page(_ content: ReportContent) -> String {
  let html: Markup =
    "<!doctype html>\n<html lang='en' dir='ltr'><head><title>\(content.week.id)</title></head><body></body></html>"
  return html.text
}
