/** Specs of any length for the measurements of the language server; the same for the same numbers. */

/** Who and what everything else refers to. */
const people = (n) => `role Lead${n} "Clinical lead ${n}"
role Engineer${n} "Data engineer ${n}"
channel Oncall${n}: pagerduty { routingKey: env "PAGERDUTY_ROUTING_KEY" }

dataset Training${n} "Cohort ${n} of the derivation study" {
  role: reference
  source: "data/train-${n}.parquet"
  identifiability: deidentified
}

/** The model that everything below watches. */
model Risk${n} "Risk of readmission ${n}" version "1.0.${n}" {
  kind: locked
  artifact: "models/risk-${n}.onnx"
  trainedOn: Training${n}
  operatingPoint: 0.15

  input time_in_hospital "Length of stay" : number 1..14 unit "d"
  input number_inpatient "Inpatient visits, prior year" : integer 0.. missing -1
  input race "Race" : category ["Caucasian", "AfricanAmerican", "Asian", "Hispanic", "Other"] optional missing "?"
  input gender "Gender" : category ["Female", "Male"]
  input age_mid "Age" : number 0..120 unit "a"
  output score "Risk of readmission" : probability
  claim auroc >= 0.62 on Training${n}
}
`;

/** A log of a model, its groups, its monitors and who answers them. */
const watch = (n, m = n) => `
log Discharges${n} of Risk${m} {
  source: "logs/discharges-${n}-*.parquet"
  time: event_time          timezone: "America/New_York"
  id: encounter_id          subject: patient_nbr
  prediction: score         version: model_version
  label: readmitted available label_available_at
}

subgroups Groups${n} {
  sex${n}  = gender in ["Female", "Male"]
  race${n} = race
  age${n}  = age_mid cut at 40, 60, 80
  minimum size 50
}

monitor InputDrift${n} on Discharges${n} {
  every 1 month against Training${m}
  alarm budget 1 per year // expected false alarms, all checks together
  check psi of all inputs            warn > 0.1   fail > 0.2
  check ks of number_inpatient       fail p < 0.01 adjust holm
  check missing of race              warn > 3%    fail > 5%
  check out_of_range of time_in_hospital  fail > 0.1%
  on fail run Response${n}
}

monitor Performance${n} on Discharges${n} {
  every 1 month after labels mature 30 days confidence 95%
  check auroc                        fail < 0.60
  check sensitivity at 0.15          warn < 0.40  fail < 0.30
  check observed_expected            fail outside 0.8..1.25
  check ece(bins: 10)                fail > 0.05
  on fail run Response${n}
}

monitor Fairness${n} on Discharges${n} {
  every 1 quarter by sex${n}, race${n}, age${n}, sex${n} * race${n}
  check sensitivity gap              warn > 0.05  fail > 0.10
  check selection_rate ratio         fail < 0.8
  on fail run Response${n}
}

runbook Response${n} "When inputs or performance drift" {
  step "Verify the data feed" by Engineer${m} within 4 hours
  step pause Risk${m}
  step notify Oncall${m}
  step "Review 50 discharges by hand" by Lead${m} within 2 days
}

hazard Missed${n} "A high-risk patient is not followed up" {
  severity: serious  probability: occasional
  controlled by Performance${n}, Response${n}
}

changePlan Plan${n} for Risk${m} {
  modification Retrain "Retraining on newer discharges" {
    trigger when InputDrift${n} fails or every 3 months
    accept when auroc >= champion auroc - 0.01
    rollout shadow for 2 weeks then canary 10% for 2 weeks then full
    rollback when auroc < 0.60
  }
}
`;

/** One file of about so many lines; most of them monitors, as in real specs. */
export function longSpec(lines) {
  let text = 'product Guard "Readmission risk" {\n  markets: [US, EU]\n  isDevice: true\n}\n\n';
  for (let n = 0; text.split('\n').length < lines; n += 1) text += `${people(n)}${watch(n)}\n`;
  return text;
}

/** A hub that all other files import, and so many files in all. */
export function workspace(files, models = 8) {
  const hub = Array.from({ length: models }, (_, n) => people(n)).join('\n');
  const leaf = (n) =>
    `import "./hub.vigil"\n${watch(`${n}a`, n % models)}${watch(`${n}b`, (n + 1) % models)}${watch(`${n}c`, (n + 2) % models)}`;
  return {
    'hub.vigil': hub,
    ...Object.fromEntries(Array.from({ length: files - 1 }, (_, n) => [`leaf-${n}.vigil`, leaf(n)])),
  };
}
