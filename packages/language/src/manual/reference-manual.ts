import { catalogue } from '@vigil/statistics';
import { declarationSchemas } from '../schema/index.js';
import { servedItems } from '../schema/served.js';
import { coveragePage } from './coverage-page.js';
import { declarationPage } from './declaration-page.js';
import { indexPage } from './index-page.js';
import type { Page } from './markdown.js';
import { metricsPage } from './metrics-page.js';

/** The pages of docs/reference, generated from the table of declarations and the catalogue of metrics. */
export function referenceManual(): readonly Page[] {
  return [
    indexPage(catalogue.length, servedItems().length),
    ...declarationSchemas.map(declarationPage),
    metricsPage(),
    coveragePage(),
  ];
}
