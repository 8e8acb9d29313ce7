/** A file as a team keeps one: comments everywhere, quotes of each kind, brackets and lines, a member that we do not know. */
export const SAMPLE = `# What we plan, and why.
# Changes go through review.
vision: Shopping without waiting   # agreed in spring
productGoal: "Half of all carts are paid within a minute"

items:
  # First things first
  - id: faster-checkout   # was: quick-pay
    title: 'Faster checkout'
    outcome: >
      Nobody waits for
      the payment page.
    measure: { name: Paid carts, from: 61 %, to: 70 %, by: 2026-12-31 }
    horizon: now
    theme: Payments
    owner: maya
    declared:
      health: at-risk   # since the outage
      note: "The provider is slow"
      on: 2026-11-20
    confidence: 60
    risks: {value: tested, feasibility: open}
    links:
      - title: Interviews
        url: https://example.org/interviews
      - {url: 'https://example.org/plan'}
    belongs:
      - label: checkout
      - { project: SHOP, version: "4.2" }
    formerIds: [quick-pay]

  - id: search   # nothing yet
    title: Better search
    horizon: later
    window: {from: 2027-01-01, to: 2027-03-31}
    budget: 12   # ours, not Waymark's

  - id: kiosk
    title: Kiosk
    dropped: true
# How we score
team:
  model: signals
  weights:
    signals: { demand: 30, severity: 25 }
  thresholds:
    idleDays: 4   # we are quick
  sprints:
    timeZone: Europe/Berlin
    weekend: [saturday, sunday]
    holidays:
      - 2026-12-25
    source: iterations
    project: 4
    goal: { place: file, label: sprint-goal }
    goals:
      - sprint: Sprint 24   # until Christmas
        goal: Buyers pay in one step
# end
`;
