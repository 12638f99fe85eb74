import { messages } from '../message.js';

/** VGL06xx: subgroups, schedules, charts and runbooks. */
export const monitorMessages = messages({
  undeclaredCategories: {
    code: 'VGL0601',
    severity: 'error',
    title: 'Groups not known',
    text: 'the groups of \'{dimension}\' are not known: \'{column}\' is no category input with values; write `{dimension} = {column} in ["…", "…"]`',
    meaning:
      'Names of groups come from the spec and never from the data, so that no cell of a patient’s row is ever printed.',
    mend: 'List the values, declare the column as a category input of the model, or cut a number with `cut at`.',
    example:
      'subgroups Wards { ward = ward }\nmonitor Wardwise on Visits { every 1 month by ward check auroc fail < 0.7 }',
  },
  unknownCategory: {
    code: 'VGL0602',
    severity: 'error',
    title: 'Unknown category',
    text: "'{value}' is no category of input '{column}'{hint}",
    meaning: 'The model declares the values of this input; a group of any other value would stay empty.',
    mend: 'Correct the value, or add it to the input’s list.',
    example:
      'subgroups Sexes { gender = sex in ["Femal", "Male"] }\nmonitor Sexwise on Visits { every 1 month by gender check auroc fail < 0.7 }',
  },
  cutsNotAscending: {
    code: 'VGL0603',
    severity: 'error',
    title: 'Cuts not ascending',
    text: 'cuts ascend: {later} follows {earlier}',
    meaning: 'Cuts are the borders between bands; a band with its ends swapped is empty.',
    mend: 'Write the numbers from small to large, each once.',
    example: 'subgroups Ages { decade = age cut at 40, 30 }',
  },
  groupsDoNotFit: {
    code: 'VGL0604',
    severity: 'error',
    title: 'Groups do not fit the column',
    text: "'{column}' is {found}: {advice}",
    meaning: 'Numbers are cut into bands; categories are listed.',
    mend: 'Use `cut at` for numbers and `in [...]` for categories.',
    example:
      'subgroups Sexes { gender = sex cut at 1, 2 }\nmonitor Sexwise on Visits { every 1 month by gender check auroc fail < 0.7 }',
  },
  notPositive: {
    code: 'VGL0605',
    severity: 'error',
    title: 'Number must be positive',
    text: '{what} must be {wanted}; found {value}',
    meaning: 'Nothing, or less than nothing, makes no sense here.',
    mend: 'Write a larger number.',
    example: 'subgroups Ages { decade = age cut at 40 minimum size 0 }',
  },
  windowGap: {
    code: 'VGL0606',
    severity: 'warning',
    title: 'Time nobody looks at',
    text: '`over last {over}` is shorter than `every {every}`: rows in between are never looked at',
    meaning: 'Each window spans less than the time between two windows.',
    mend: 'Make the window longer, or let windows follow more often.',
    example: 'monitor Feed on Visits { every 7 days over last 1 day check missing of age fail > 5% }',
  },
  emptyMonitor: {
    code: 'VGL0607',
    severity: 'warning',
    title: 'Monitor without checks',
    text: "monitor '{monitor}' has no check and no chart: it watches nothing",
    meaning: 'A monitor is there to measure something.',
    mend: 'Add a check, or remove the monitor.',
    example: 'monitor Idle on Visits { every 1 month }',
  },
  confidenceOutOfRange: {
    code: 'VGL0608',
    severity: 'error',
    title: 'Confidence out of range',
    text: 'confidence lies above 50% and below 100%; found {value}{hint}',
    meaning: 'It is the share of intervals that hold the true value.',
    mend: 'Write e.g. `confidence 95%`.',
    example: 'monitor Quality on Visits { every 1 month confidence 95 check auroc fail < 0.7 }',
  },
  repeatedCross: {
    code: 'VGL0609',
    severity: 'error',
    title: 'Group named twice',
    text: "'{cross}' is named twice after `by`",
    meaning: 'The same groups would be measured and reported twice.',
    mend: 'Remove one of them.',
    example: 'monitor Quality on Visits { every 1 month by sex, sex check auroc fail < 0.7 }',
  },
  reactionNeverHappens: {
    code: 'VGL0610',
    severity: 'warning',
    title: 'Reaction that never happens',
    text: "monitor '{monitor}' has no `{on}` limit: `on {on}` never happens",
    meaning: 'What should follow a verdict waits for a verdict no check can give.',
    mend: 'Add a limit of this kind to a check, or remove the reaction.',
    example: 'monitor Quality on Visits { every 1 month check auroc fail < 0.7 on warn notify Oncall }',
  },
  emptyRunbook: {
    code: 'VGL0611',
    severity: 'warning',
    title: 'Runbook without steps',
    text: "runbook '{runbook}' has no step: nobody would know what to do",
    meaning: 'A runbook is the list of what to do when a check fails.',
    mend: 'Add steps, e.g. `step "Verify the data feed" by Lead within 4 hours`.',
    example: 'runbook Nothing { }',
  },
  chartWithoutMethod: {
    code: 'VGL0612',
    severity: 'error',
    title: 'Chart without a method',
    text: "the chart of '{metric}' says no method: add `rules nelson`, `cusum …` or `ewma`",
    meaning: 'A control chart needs a rule that says when it alarms.',
    mend: 'Add a method after the metric.',
    example: 'monitor Stability on Visits { every 1 week chart alert_rate }',
  },
  unansweredMonitor: {
    code: 'VGL0613',
    severity: 'warning',
    title: 'Monitor no runbook answers',
    text: "monitor '{monitor}' can fail, and no runbook answers: add `on fail run RUNBOOK`",
    meaning:
      'An alarm nobody answers changes nothing. Where a spec has runbooks, each monitor with a `fail` limit names one.',
    mend: 'Add `on fail run` with the runbook to follow.',
    example:
      'runbook Answer { step "Verify the data feed" by Lead }\nmonitor Other on Visits { every 1 month check brier fail > 0.2 on fail run Answer }\nmonitor Quality on Visits { every 1 month check auroc fail < 0.7 }',
  },
  unusedRunbook: {
    code: 'VGL0614',
    severity: 'information',
    title: 'Runbook nobody runs',
    text: "runbook '{runbook}' is run by no monitor: write `on fail run {runbook}` where it answers",
    meaning: 'A runbook is followed when a monitor calls it; this one is never called.',
    mend: 'Name it in the monitor it answers, or remove it.',
    example:
      'runbook Answer { step "Verify the data feed" by Lead }\nmonitor Quality on Visits { every 1 month check auroc warn < 0.7 }',
  },
  nobodyNamed: {
    code: 'VGL0615',
    severity: 'information',
    title: 'Runbook that names nobody',
    text: "no step of runbook '{runbook}' says who does it: add `by ROLE`",
    meaning: 'What everybody should do is done by nobody.',
    mend: 'Name a role in the steps that people carry out.',
    example: 'runbook Answer { step "Verify the data feed" within 4 hours }',
  },
  unmonitoredInputs: {
    code: 'VGL0616',
    severity: 'warning',
    title: 'Unmonitored input of an adaptive model',
    text: "model '{model}' is adaptive, and no check looks at {inputs}",
    meaning:
      'A model that changes in use follows its inputs: drift or faults in an input that nobody watches become part of the model.',
    mend: 'Add checks of drift or quality, e.g. `check psi of all inputs` and `check missing of …`.',
    example:
      'model Next version "2.0.0" { kind: adaptive input age : number input sex : category ["f", "m"] output score : probability }\nlog Later of Next { source: "visits.parquet" time: seen_at prediction: score label: died }\nmonitor Quality on Later { every 1 month check auroc fail < 0.7 check missing of age fail > 5% }',
  },
  unmeasuredPerformance: {
    code: 'VGL0617',
    severity: 'warning',
    title: 'Adaptive model whose performance nobody measures',
    text: "model '{model}' is adaptive, and no check compares its scores with outcomes",
    meaning: 'Whether a change in use made the model better or worse is seen in its performance only.',
    mend: 'Add a monitor with a metric of performance or calibration, e.g. `check auroc`.',
    example:
      'model Next version "2.0.0" { kind: adaptive input age : number output score : probability }\nlog Later of Next { source: "visits.parquet" time: seen_at prediction: score }\nmonitor Drift on Later { every 1 month against Training check psi of age fail > 0.2 }',
  },
  repeatedSubgroup: {
    code: 'VGL0618',
    severity: 'warning',
    title: 'Subgroup defined twice',
    text: "subgroup '{later}' is the same as '{earlier}' in line {line}",
    meaning: 'Both divide the same column in the same way; every result would come twice.',
    mend: 'Keep one of them.',
    example: 'subgroups More { site = site in ["A", "B"]  place = site in ["B", "A"] }',
  },
  overlappingSubgroups: {
    code: 'VGL0619',
    severity: 'information',
    title: 'Overlapping subgroups',
    text: "subgroup '{later}' shares {shared} with '{earlier}' in line {line}: the same patients are counted in both",
    meaning:
      'Results of overlapping subgroups are not independent, and differences between them are smaller than they seem.',
    mend: 'Divide the values so that each stands in one subgroup, unless the overlap is meant.',
    example: 'subgroups More { north = site in ["A", "B"]  coast = site in ["B", "C"] }',
  },
  crossOfOneColumn: {
    code: 'VGL0620',
    severity: 'warning',
    title: 'Column crossed with itself',
    text: "'{one}' and '{other}' both divide by '{column}': their cross has groups without anybody",
    meaning: 'Crossing two divisions of one column makes cells that no patient can be in.',
    mend: 'Cross subgroups of different columns.',
    example:
      'subgroups More { decade = age cut at 30, 50 }\nmonitor Quality on Visits { every 1 month by band * decade check auroc fail < 0.7 }',
  },
  cutOutsideRange: {
    code: 'VGL0621',
    severity: 'warning',
    title: 'Cut outside the declared range',
    text: "subgroup '{dimension}' is cut at {cut}, and nobody is {side}: '{column}' lies in {range}",
    meaning: 'One of the bands would never have a row.',
    mend: 'Move the cut into the range, or correct the range.',
    example:
      'subgroups More { old = age cut at 150 }\nmonitor Quality on Visits { every 1 month by old check auroc fail < 0.7 }',
  },
  budgetExceeded: {
    code: 'VGL0622',
    severity: 'warning',
    title: 'Alarm budget smaller than the limits allow',
    text: "the limits on p of monitor '{monitor}' alone cause about {caused} false alarms a year; the budget is {allowed}",
    meaning:
      'A limit `p < 0.01` is breached in 1 % of windows where nothing has changed, for each column that is tested.',
    mend: 'Lower the limits on p, adjust for the number of tests (`adjust holm`), measure less often, or raise the budget.',
    example:
      'monitor Drift on Visits { every 1 day against Training alarm budget 1 per year check ks of age fail p < 0.01 }',
  },
  windowTooSmall: {
    code: 'VGL0623',
    severity: 'warning',
    title: 'Window too small for the metric',
    text: "{window} has about {rows} rows in the data here, and '{metric}' says nothing with fewer than {least}",
    meaning:
      'Each metric has a number of rows or cases below which it gives no value; the verdict would be "not enough data" every time.',
    mend: 'Lengthen the window (`over last …`), or choose a metric that needs less.',
    example: 'monitor Quality on Visits { every 1 hour check auroc fail < 0.7 }',
  },
  groupsTooSmall: {
    code: 'VGL0624',
    severity: 'warning',
    title: 'Groups too small for the window',
    text: "{window} has about {rows} rows in the data here: at most {most} of the {groups} groups of '{cross}' can have the {size} rows they need",
    meaning:
      'Groups below the `minimum size` are not judged; a cross of many groups divides the rows very thin.',
    mend: 'Lengthen the window, cross fewer subgroups, or lower the `minimum size`.',
    example:
      'subgroups More { ward = site in ["A", "B", "C"] minimum size 100 }\nmonitor Quality on Visits { every 1 day by ward check brier fail > 0.2 }',
  },
});
