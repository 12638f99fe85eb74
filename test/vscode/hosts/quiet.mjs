// What keeps an editor from doing what nobody asked for, and a browser from asking a network for what it will not get.

export const settings = {
  'workbench.startupEditor': 'none',
  // In a browser, VS Code saves by itself; nobody's keyboard does.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
  'workbench.colorTheme': 'Default Light Modern',
  'editor.minimap.enabled': false,
  'workbench.tips.enabled': false,
  'workbench.editor.enablePreview': false,
  // What is typed is what stands there.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  // What the extension sets for its language goes before what is set for all.
  '[vigil]': { 'editor.acceptSuggestionOnEnter': 'off' },
};

/** How Chromium is started. A closed network refuses what it asks for in the background, many times a second. */
export function launch(browser) {
  return {
    executablePath: browser,
    viewport: { width: 1400, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
