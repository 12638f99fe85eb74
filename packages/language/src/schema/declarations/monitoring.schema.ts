import {
  declaration,
  duration,
  either,
  field,
  listOf,
  prose,
  record,
  reference,
  secret,
  someone,
  text,
  texts,
  version,
  words,
} from '../field-type.js';

const severity = words({
  negligible: 'no injury or a passing discomfort',
  minor: 'injury without treatment',
  serious: 'injury that needs treatment',
  critical: 'permanent impairment or a threat to life',
  catastrophic: 'death',
});
const probability = words({
  improbable: 'hardly conceivable',
  remote: 'unlikely in the lifetime of the product',
  occasional: 'some times in its lifetime',
  probable: 'several times a year',
  frequent: 'often',
});

/** What is watched, what is done about it, and the risks behind it. */
export const monitoringDeclarations = [
  declaration('monitor', 'Measurements at regular times, with limits.', [
    field('owner', someone, 'Who answers for the monitor.', 'ClinicalLead'),
    field(
      'rationale',
      prose,
      'Why it watches this, with these limits.',
      '"Limits from the validation study"',
    ),
    field('method', prose, 'How the limits were derived.', '"99th percentile of the reference months"'),
    field('version', version, 'Version of the monitor’s definition.', '"1.1"'),
    field('runbook', reference('runbook'), 'What to do when it fails.', 'DriftResponse'),
  ]),
  declaration('runbook', 'What to do when a check fails.', [
    field('trigger', prose, 'When it is used, beside the monitors that run it.', '"Call of a ward"'),
    field('owner', someone, 'Who keeps it current.', 'ClinicalLead'),
    field(
      'escalation',
      either(prose, reference('role')),
      'Who is called when nobody answers.',
      'QualityLead',
    ),
    field('sla', duration, 'Time within which it must be finished.', '2 days'),
    field('actions', prose, 'Actions beside the steps.', '"Inform the wards"'),
    field('fallback', prose, 'How care goes on without the model.', '"Calls by age and prior stays"'),
    field('rollback', prose, 'How the previous version is restored.', '"Redeploy 0.9.4"'),
    field(
      'notify',
      either(listOf(reference('channel', 'role')), reference('channel', 'role'), text),
      'Who is told.',
      '[Safety]',
    ),
    field('rehearsal', either(duration, text), 'How often it is rehearsed.', '1 year'),
  ]),
  declaration('hazard', 'A source of harm, how it is controlled, and what remains.', [
    field('severity', severity, 'How bad the harm would be.', 'serious', { required: true }),
    field('probability', probability, 'How often it is expected.', 'occasional', { required: true }),
    field('situation', prose, 'The situation in which it does harm.', '"The nurse trusts a low score"'),
    field('sequence', prose, 'What leads to it.', '"A unit changes in the feed"'),
    field('harm', prose, 'The injury.', '"Late treatment"'),
    field('affected', prose, 'Who is harmed.', '"Patients with rare diseases"'),
    field(
      'residual',
      words({
        acceptable: 'no more needs to be done',
        tolerable: 'accepted because of the benefit',
        unacceptable: 'more needs to be done',
      }),
      'What is thought of the risk that remains, with `because "…"`.',
      'acceptable because "the nurse reviews every discharge"',
    ),
    field('benefitRisk', prose, 'Why the benefit outweighs what remains.', '"Fewer late calls"'),
    field('disclosed', prose, 'Where users are told.', '"Instructions for use, section 4"'),
    field('newRisks', prose, 'Risks the controls bring along.', '"Alarm fatigue"'),
    field('category', text, 'Kind of risk.', '"clinical"'),
  ]),
  declaration('channel', 'Where messages go.', [
    field('url', secret, 'Address of the webhook.', 'env "SLACK_WEBHOOK_URL"'),
    field('routingKey', secret, 'Key that routes the message.', 'env "PAGERDUTY_ROUTING_KEY"'),
    field('token', secret, 'Token of the service.', 'env "TOKEN"'),
    field('password', secret, 'Password of the service.', 'env "PASSWORD"'),
    field('to', texts, 'Addresses of the receivers.', '["safety@example.org"]'),
    field('channel', text, 'Room or channel within the service.', '"#model-safety"'),
    field('server', text, 'Host of the mail server.', '"mail.example.org"'),
    field('headers', record(), 'Headers to send along.', '{ accept: "application/json" }'),
  ]),
  declaration('pipeline', 'Where models are built.', [
    field('repository', text, 'Repository of the pipeline.', '"example/readmission"'),
    field('workflow', text, 'Workflow file or name.', '"retrain.yml"'),
    field('project', text, 'Project or job within the service.', '"readmission"'),
    field('branch', text, 'Branch it runs on.', '"main"'),
    field('token', secret, 'Token of the service.', 'env "GITHUB_TOKEN"'),
    field('url', text, 'Address of the service.', '"https://ci.example.org"'),
    field('inputs', record(), 'Inputs of the run.', '{ seed: 42 }'),
  ]),
];
