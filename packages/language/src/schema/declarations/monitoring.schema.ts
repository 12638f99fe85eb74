import { declaration } from '../declaration.js';
import {
  duration,
  either,
  everybody,
  field,
  howLong,
  oneOrMany,
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

const told = oneOrMany(either(reference('channel', 'role', 'person', 'team', 'organization'), text));

const levels = words({
  inTheLoop: 'a person decides every case',
  onTheLoop: 'a person watches and can intervene',
  inCommand: 'a person decides when and how it is used',
  outOfTheLoop: 'no person takes part',
});

/** What is watched, and what is done about it. */
export const monitoringDeclarations = [
  declaration(
    'monitor',
    'Measurements of a log at regular times, with limits.',
    [
      field(
        'kind',
        words({
          performance: 'how well the model does',
          drift: 'whether inputs or outputs change',
          quality: 'whether the data is sound',
          fairness: 'whether groups fare differently',
          safety: 'whether patients are harmed',
          usage: 'how people use the outputs',
        }),
        'What it watches, where its metrics do not tell.',
        'usage',
      ),
      field('owner', someone, 'Who answers for the monitor and reads its results.', 'ClinicalLead'),
      field(
        'rationale',
        prose,
        'Why it watches this, with these limits.',
        '"Limits from the validation study"',
      ),
      field('method', prose, 'How the limits were derived.', '"99th percentile of the reference months"'),
      field('version', version, 'Version of the monitor’s definition.', '"1.1"'),
      field('runbook', reference('runbook'), 'What to do beside what `on fail run` starts.', 'DriftResponse'),
    ],
    {
      title: 'Monitor',
      syntax: 'monitor <name> ["<title>"] on <log> { … }',
      snippet:
        'monitor ${1:Performance} on ${2:Discharges} {\n\tevery ${3:1 month}\n\tcheck ${4:auroc} fail ${5:< 0.60}\n\ton fail run ${6:DriftResponse}\n}',
    },
  ),
  declaration(
    'runbook',
    'What to do when a check fails.',
    [
      field(
        'trigger',
        prose,
        'When it is used, beside the monitors that run it.',
        '"A ward reports wrong scores"',
      ),
      field('owner', someone, 'Who keeps it current.', 'ClinicalLead'),
      field(
        'escalation',
        either(reference('role', 'person', 'team'), prose),
        'Who is called when nobody answers.',
        'QualityLead',
      ),
      field('sla', duration, 'Time within which all of it must be done.', '2 days'),
      field('actions', prose, 'What is done beside the steps.', '"Inform the wards by phone"'),
      field('fallback', prose, 'How care goes on without the model.', '"Calls by age and prior stays"'),
      field('rollback', prose, 'How the previous version is restored.', '"Redeploy 0.9.4 from the archive"'),
      field('notify', told, 'Who is told.', '[Safety]'),
      field('rehearsal', howLong, 'How often it is rehearsed.', '1 year'),
    ],
    {
      title: 'Runbook',
      syntax: 'runbook <name> ["<title>"] { … }',
      snippet:
        'runbook ${1:DriftResponse} "${2:When inputs or performance drift}" {\n\tstep "${3:Verify the data feed}" by ${4:DataEngineer} within ${5:4 hours}\n\tstep notify ${6:Oncall}\n}',
    },
  ),
  declaration(
    'channel',
    'Where messages go: Slack, Microsoft Teams, PagerDuty, mail or a webhook.',
    [
      field('url', secret, 'Address of the webhook.', 'env "SLACK_WEBHOOK_URL"'),
      field('routingKey', secret, 'Key that routes the message.', 'env "PAGERDUTY_ROUTING_KEY"'),
      field('token', secret, 'Token of the service.', 'env "TOKEN"'),
      field('password', secret, 'Password of the service.', 'env "PASSWORD"'),
      field('to', texts, 'Addresses of the receivers.', '["safety@example.org"]'),
      field('channel', text, 'Room or channel within the service.', '"#model-safety"'),
      field('server', text, 'Host of the mail server.', '"mail.example.org"'),
      field('headers', record(), 'Headers to send along.', '{ accept: "application/json" }'),
    ],
    {
      title: 'Channel',
      syntax: 'channel <name> ["<title>"]: <service> { … }',
      snippet:
        'channel ${1:Safety}: ${2|slack,teams,pagerduty,email,webhook|} { url: env "${3:SLACK_WEBHOOK_URL}" }',
    },
  ),
  declaration(
    'pipeline',
    'Where models are built.',
    [
      field('repository', text, 'Repository of the pipeline.', '"example/readmission"'),
      field('workflow', text, 'Workflow file or name.', '"retrain.yml"'),
      field('project', text, 'Project or job within the service.', '"readmission"'),
      field('branch', text, 'Branch it runs on.', '"main"'),
      field('token', secret, 'Token of the service.', 'env "GITHUB_TOKEN"'),
      field('url', text, 'Address of the service.', '"https://ci.example.org"'),
      field('inputs', record(), 'Inputs of the run.', '{ seed: 42 }'),
    ],
    {
      title: 'Pipeline',
      syntax: 'pipeline <name> ["<title>"]: <service> { … }',
      snippet:
        'pipeline ${1:Nightly}: ${2|github,gitlab,azure,jenkins,airflow,kubeflow|} { repository: "${3:example/readmission}", workflow: "${4:retrain.yml}", token: env "${5:GITHUB_TOKEN}" }',
    },
  ),
  declaration(
    'oversight',
    'Human oversight of the model in use.',
    [
      field('overseers', everybody, 'Who oversees it.', '[ClinicalLead]'),
      field(
        'competence',
        prose,
        'What they must know and be able to do.',
        '"Trained in the limits of the score"',
      ),
      field(
        'monitoring',
        either(oneOrMany(reference('monitor')), prose),
        'How they see how it works.',
        '[InputDrift, Performance]',
      ),
      field(
        'automationBias',
        prose,
        'What is done against trusting it too much.',
        '"The score is shown after the first judgement"',
      ),
      field(
        'interpretation',
        prose,
        'How outputs are made understandable.',
        '"The three largest contributions are shown"',
      ),
      field('override', prose, 'How an output is overruled.', '"Button with a reason, at any time"'),
      field('stop', prose, 'How the system is stopped.', '"Switch in the ward settings"'),
      field('fallback', prose, 'How care goes on without it.', '"Calls by age and prior stays"'),
      field('level', either(levels, text), 'How far people take part.', 'inTheLoop'),
    ],
    { title: 'Human oversight', starts: ['overseers', 'override', 'stop'] },
  ),
];
