/** Declarations that examples and snippets of the schema refer to; a spec without a finding. */
export const namedDeclarations = `
product Guard { markets: [EU] }
role ClinicalLead "Clinical safety lead"
role QualityLead "Quality assurance lead"
role DataEngineer "Data engineer on call"
person AdaLovelace { name: "Ada Lovelace" }
organization Hospital { name: "Example Hospital" }
supplier Cloud { name: "Example Cloud" }
value Autonomy { name: "autonomy" }
channel Safety: slack { url: env "SLACK_WEBHOOK_URL" }
channel Oncall: pagerduty { routingKey: env "PAGERDUTY_ROUTING_KEY" }
pipeline Nightly: github { repository: "example/readmission", token: env "GITHUB_TOKEN" }
dataset Training { role: training source: "train.parquet" }
dataset Tuning { role: tuning source: "tune.parquet" }
dataset Test { role: test source: "test.parquet" }
model Readmission version "1.0.0" {
  kind: locked
  operatingPoint: 0.15
  input time_in_hospital : number 1..14 unit "d"
  input race : category ["A", "B"]
  context gender : category ["Female", "Male"]
  context age_mid : number 0..120 unit "a"
  context readmitted_before : boolean
  output score : probability
}
model ReadmissionNext version "2.0.0" { kind: adaptive updatePolicy: Retraining }
log Discharges of Readmission {
  source: "discharges.parquet" time: event_time id: encounter_id prediction: score label: readmitted
}
log TrialLog { source: "trial.parquet" time: randomised_at id: patient_nbr arm: arm }
subgroups Demographics { sex = gender race = race }
monitor InputDrift on Discharges { every 1 month against Training check psi of all inputs fail > 0.2 on fail run DriftResponse }
monitor Performance on Discharges { every 1 month check auroc fail < 0.6 on fail run DriftResponse }
runbook DriftResponse { step "Look" by DataEngineer }
hazard MissedReadmission "A high-risk patient is missed" { severity: serious probability: occasional controlled by Performance }
changePlan Retraining for Readmission {
  modification Yearly { category: weights accept when auroc >= 0.6 rollback when auroc < 0.6 }
}
`;
