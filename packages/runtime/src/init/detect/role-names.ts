/** What a column of a log is for. `decision` is no role of the language: it tells the operating point. */
export type Role =
  | 'time'
  | 'id'
  | 'subject'
  | 'prediction'
  | 'decision'
  | 'version'
  | 'shadow'
  | 'shadowVersion'
  | 'label'
  | 'labelAvailable';

const moment = '(time|timestamp|datetime|date|at|ts)';
const key = '(id|nr|nbr|no|num|number|key|uuid)';

/** Names by which people know each role, the surest first; they are matched with `wordsOf` a column's name. */
export const roleNames: Readonly<Record<Role, readonly RegExp[]>> = {
  time: [
    new RegExp(`^(event|prediction|predicted|score|scored|scoring|inference|index)_?${moment}$`),
    /^(time|timestamp|datetime|date|ts)$/,
    new RegExp(
      `^(admission|admit|admitted|discharge|discharged|visit|encounter|chart|created|logged)_?${moment}$`,
    ),
    new RegExp(`_${moment}$`),
  ],
  id: [
    new RegExp(`^(prediction|row|record|inference|score|event|request)_?${key}$`),
    new RegExp(`^(encounter|stay|visit|admission|hadm|icustay|case|episode|discharge)_?${key}$`),
    /^(id|uuid|guid|key)$/,
    /_(id|uuid|key)$/,
  ],
  subject: [new RegExp(`^(patient|subject|person|member|beneficiary)(_?${key})?$`), /^(mrn|pid)$/],
  prediction: [
    /^(score|prediction|probability|proba|prob|risk|risk_score|model_score|y_score|y_prob|y_proba|y_pred_proba)$/,
    /^predicted_(risk|probability|proba|prob|score)$/,
    /_(score|probability|proba|prob|risk)$/,
  ],
  decision: [
    /^predicted_(positive|label|class|outcome)$/,
    /^(alert|alerted|alarm|flag|flagged|decision|y_pred|pred|pred_label|prediction_label|high_risk)$/,
  ],
  version: [/^model_version(_id)?$/, /^version$/],
  shadow: [/^(shadow|challenger|candidate)_(score|prediction|probability|proba|prob|risk)$/],
  shadowVersion: [/^(shadow|challenger|candidate)_(model_)?version$/],
  label: [
    /^(label|target|outcome|y|y_true|truth|ground_truth|actual)$/,
    /^(label|target|outcome)_|_(label|target|outcome)$/,
    /^(readmitted|readmission|died|death|mortality|deceased|sepsis|deterioration|event)(_|$)/,
  ],
  labelAvailable: [
    new RegExp(
      `^(label|outcome|target|truth|result)s?_(available|known|observed|recorded|${moment})(_(at|on|time|date))?$`,
    ),
  ],
};

/** Times that are about something else than the prediction. */
export const otherTimes: readonly RegExp[] = [...roleNames.labelAvailable, /birth|dob|death|died/];
