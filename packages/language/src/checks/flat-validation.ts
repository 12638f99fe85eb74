import {
  type AstNode,
  Cancellation,
  DefaultDocumentValidator,
  interruptAndCheck,
  isOperationCancelled,
  type LangiumDocument,
  type ValidationAcceptor,
  type ValidationCategory,
  type ValidationCheck,
  type ValidationChecks,
  type ValidationOptions,
  ValidationRegistry,
} from 'langium';
import { treeNodes } from '../grammar/tree-nodes.js';

/** The category of what judges a spec against the checklists it complies with. */
export const conformanceCategory = 'conformance';

/** How many nodes are checked between two looks at the clock and the cancellation. */
const NODES_AT_ONCE = 128;

/** Keeps the checks of each type of node at hand, and calls those that need not wait without waiting for them. */
export class FlatValidationRegistry extends ValidationRegistry {
  readonly #checks = new Map<string, readonly ValidationCheck[]>();

  /** The checks of a type of node in some categories, or in all of them. */
  checksOf(type: string, categories: ValidationCategory[] | undefined): readonly ValidationCheck[] {
    const key = `${type} ${categories?.join(' ') ?? '*'}`;
    const known = this.#checks.get(key);
    if (known !== undefined) return known;
    const checks = this.getChecks(type, categories).toArray();
    this.#checks.set(key, checks);
    return checks;
  }

  /** What all checks are: judging a spec against its checklists is asked for by name. */
  override getAllValidationCategories(document: LangiumDocument): ReadonlySet<string> {
    const all = super.getAllValidationCategories(document);
    return new Set([...all].filter((category) => category !== conformanceCategory));
  }

  override register<T>(
    checks: ValidationChecks<T>,
    thisObject?: ThisParameterType<unknown>,
    category?: ValidationCategory,
  ): void {
    this.#checks.clear();
    super.register(checks, thisObject, category);
  }

  protected override wrapValidationException(check: ValidationCheck, thisObject: unknown): ValidationCheck {
    return (node, accept, cancelToken) => {
      const message = 'An error occurred during validation';
      try {
        const outcome = check.call(thisObject, node, accept, cancelToken);
        if (outcome instanceof Promise) return this.handleException(() => outcome, message, accept, node);
      } catch (error) {
        if (isOperationCancelled(error)) throw error;
        return this.handleException(() => Promise.reject(error), message, accept, node);
      }
    };
  }
}

/** Checks a document in one plain walk, interruptible every few hundred nodes instead of at every one. */
export class FlatDocumentValidator extends DefaultDocumentValidator {
  protected override async validateAstNodes(
    root: AstNode,
    { categories }: ValidationOptions,
    accept: ValidationAcceptor,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    const registry = this.validationRegistry;
    for (const [index, node] of treeNodes(root).entries()) {
      if (index % NODES_AT_ONCE === 0) await interruptAndCheck(cancelToken);
      const checks =
        registry instanceof FlatValidationRegistry
          ? registry.checksOf(node.$type, categories)
          : registry.getChecks(node.$type, categories);
      for (const check of checks) {
        const waiting = check(node, accept, cancelToken);
        if (waiting !== undefined) await waiting;
      }
    }
  }
}
