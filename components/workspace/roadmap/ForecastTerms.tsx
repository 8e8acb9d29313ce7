/** What stands behind the two days of a forecast, in sight: a tooltip is for a mouse alone. */
export function ForecastTerms() {
  return <p className="forecast-terms muted small">P50: as likely before as after. P85: done by then in 85 of 100 simulations.</p>;
}
