import { type AstNode, type AstNodeDescription, isAstNodeDescription } from 'langium';
import { DefaultNodeKindProvider } from 'langium/lsp';
import { SymbolKind } from 'vscode-languageserver';

/** By type of the syntax tree. Editors show a kind as an icon: what is alike looks alike. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  Product: SymbolKind.Package,
  Role: SymbolKind.Object,
  Integration: SymbolKind.Interface,
  Hazard: SymbolKind.Object,
  Dataset: SymbolKind.File,
  Log: SymbolKind.File,
  Model: SymbolKind.Class,
  Feature: SymbolKind.Field,
  Claim: SymbolKind.Operator,
  Source: SymbolKind.File,
  Outcomes: SymbolKind.File,
  LogColumn: SymbolKind.Field,
  Subgroups: SymbolKind.Enum,
  Dimension: SymbolKind.EnumMember,
  Monitor: SymbolKind.Module,
  Schedule: SymbolKind.Event,
  Check: SymbolKind.Operator,
  Chart: SymbolKind.Operator,
  Reaction: SymbolKind.Event,
  Runbook: SymbolKind.Function,
  Step: SymbolKind.Event,
  ChangePlan: SymbolKind.Namespace,
  Modification: SymbolKind.Function,
  ChangeRule: SymbolKind.Operator,
  Rollout: SymbolKind.Event,
  Trial: SymbolKind.Class,
  Arm: SymbolKind.EnumMember,
  Endpoint: SymbolKind.Field,
  Look: SymbolKind.Event,
  StoppingRule: SymbolKind.Operator,
  Scenario: SymbolKind.Struct,
  Expectation: SymbolKind.Operator,
  Checklist: SymbolKind.Namespace,
  Item: SymbolKind.Operator,
  Waiver: SymbolKind.Key,
  FactDeclaration: SymbolKind.Object,
  Block: SymbolKind.Object,
};

/** What kind of thing a node is in outlines and searches; all that is not listed is a property of what holds it. */
export class VigilNodeKinds extends DefaultNodeKindProvider {
  override getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    const type = isAstNodeDescription(node) ? node.type : node.$type;
    return kinds[type] ?? SymbolKind.Property;
  }
}
